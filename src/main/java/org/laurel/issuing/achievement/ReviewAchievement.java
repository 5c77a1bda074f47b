package org.laurel.issuing.achievement;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.laurel.access.people.Accounts;
import org.laurel.issuing.achievement.AchievementDefinitions.Review;
import org.laurel.issuing.citation.Citation;
import org.laurel.issuing.citation.CitationCheck;
import org.laurel.issuing.citation.CitationDraft;
import org.laurel.issuing.citation.CitationReport;
import org.laurel.issuing.endorsement.Endorse;
import org.laurel.issuing.endorsement.Endorsement;
import org.laurel.issuing.endorsement.Endorsements;
import org.laurel.issuing.issuer.Affiliation;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.issuer.Screening;
import org.laurel.issuing.programme.Programme;
import org.laurel.issuing.template.MicroCredentialTemplate;
import org.laurel.issuing.template.TemplateCompleteness;
import org.laurel.issuing.template.TemplateForm;
import org.laurel.shared.json.JsonColumns;
import org.laurel.shared.letter.Letters;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;
import org.laurel.shared.store.Alongside;

/** Hands micro-credentials in for review, and reviews them: publication and the programme's word for it, or neither. */
@ApplicationScoped
public class ReviewAchievement {
    private final AchievementDefinitions definitions;
    private final CitationCheck citations;
    private final StackCheck stack;
    private final Accounts accounts;
    private final Publishing publishing;

    ReviewAchievement(
            AchievementDefinitions definitions,
            CitationCheck citations,
            StackCheck stack,
            Accounts accounts,
            Publishing publishing) {
        this.stack = stack;
        this.definitions = definitions;
        this.citations = citations;
        this.accounts = accounts;
        this.publishing = publishing;
    }

    /**
     * What a draft lacks, and what is wrong with its research.
     *
     * @param lacks all that is missing, by JSON Pointer into the template
     * @param citations every fault of its citations, the places counted among those that are whole
     */
    public record Completeness(List<Violation> lacks, CitationReport citations) {}

    /** Judges a draft; 409 when it was not drafted on the template. */
    public Uni<Completeness> judge(AchievementDefinition definition, Issuer issuer) {
        MicroCredentialTemplate template = drafted(definition).template();
        List<Citation> whole = template.research().stream()
                .map(ReviewAchievement::whole)
                .flatMap(Optional::stream)
                .toList();
        Uni<CitationReport> checked = whole.isEmpty()
                ? Uni.createFrom().item(new CitationReport(List.of(), List.of()))
                : citations.check(whole, List.of(issuer.name()));
        return lacks(template).chain(lacks -> checked.map(report -> new Completeness(lacks, report)));
    }

    private Uni<List<Violation>> lacks(MicroCredentialTemplate template) {
        return stack.unearnable(template)
                .map(unearnable -> Stream.concat(TemplateCompleteness.lacks(template).stream(), unearnable.stream())
                        .toList());
    }

    private static AchievementDefinition.Drafted drafted(AchievementDefinition definition) {
        AchievementDefinition.Drafted drafted = definition.drafted();
        if (drafted == null) {
            throw ProblemException.of(
                    ProblemType.CONFLICT,
                    "It was not drafted on the template, which reviewers go by: save it with a member \"template\".");
        }
        return drafted;
    }

    private static Optional<Citation> whole(CitationDraft draft) {
        try {
            return draft.whole();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // what is wrong with it stands among what is missing
        }
    }

    /** Hands it in; a 422 problem names all that is missing. */
    public Uni<AchievementDefinition> submit(AchievementDefinition definition, Issuer issuer, String by) {
        requireScreened(issuer);
        definition.requireOpen("hand it in");
        return lacks(drafted(definition).template()).chain(lacks -> {
            StackCheck.requireNone(lacks);
            return definitions.submit(definition, by);
        });
    }

    private void requireScreened(Issuer issuer) {
        Screening screening = issuer.issuing().screening();
        if (!screening.counts(publishing.now())) {
            throw ProblemException.of(
                    ProblemType.CONFLICT,
                    screening.state() == Screening.State.WAIVED
                            ? "The organisation was let in without screening, so the programme does not review its work. Allowed"
                                    + " now: applying for screening; an administrator may publish without review."
                            : "The organisation's screening lapsed on " + screening.until()
                                    + ", so the programme does not review its work. Allowed now: renewing the screening.");
        }
    }

    /** In whole seconds. */
    public Instant now() {
        return publishing.now();
    }

    /** Reviews it; whoever belongs to the organisation, or has an address of it, does not. */
    public Uni<AchievementDefinition> review(
            AchievementDefinition definition, Issuer issuer, Review review, OptionalLong account) {
        requirePlaces(definition, review);
        return free(definition, issuer, account)
                .chain(() -> review.outcome() == Review.Outcome.PUBLISH
                        ? stack.requireEarnable(definition).chain(() -> publishing.publish(definition, review))
                        : definitions.review(definition, review, publishing.telling()));
    }

    /** Comments stand at parts that are there, or at the name of one that is missing. */
    private static void requirePlaces(AchievementDefinition definition, Review review) {
        AchievementDefinition.Drafted drafted = definition.drafted();
        if (drafted == null) {
            return;
        }
        JsonNode template = JsonColumns.tree(drafted.template());
        List<Violation> faults = new ArrayList<>();
        for (int i = 0; i < review.comments().size(); i++) {
            String pointer = review.comments().get(i).pointer();
            if (!TemplateForm.CURRENT.names(pointer) && template.at(pointer).isMissingNode()) {
                faults.add(new Violation(
                        "/comments/" + i + "/pointer", "unknown", "The template has no part \"" + pointer + "\"."));
            }
        }
        if (!faults.isEmpty()) {
            throw ProblemException.of(ProblemType.INVALID, faults);
        }
    }

    private Uni<Void> free(AchievementDefinition definition, Issuer issuer, OptionalLong account) {
        if (account.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return accounts.find(account.getAsLong())
                .invoke(found -> found.flatMap(one -> Affiliation.with(issuer).of(one))
                        .ifPresent(why -> {
                            throw ProblemException.of(
                                    ProblemType.CONFLICT,
                                    why + " So you do not review it. The micro-credential is " + definition.state()
                                            + ". Allowed now: another reviewer reviews it.");
                        }))
                .replaceWithVoid();
    }

    /** Publishes what passed review, with the programme's signed word for this very version. */
    @ApplicationScoped
    static class Publishing {
        private final AchievementDefinitions definitions;
        private final Programme programme;
        private final Endorsements endorsements;
        private final Clock clock;
        private final Letters letters;

        Publishing(
                AchievementDefinitions definitions,
                Programme programme,
                Endorsements endorsements,
                Clock clock,
                Letters letters) {
            this.letters = letters;
            this.definitions = definitions;
            this.programme = programme;
            this.endorsements = endorsements;
            this.clock = clock;
        }

        Instant now() {
            return clock.instant().truncatedTo(ChronoUnit.SECONDS);
        }

        /** Tells who handed it in. */
        Alongside<AchievementDefinition> telling() {
            return (session, made) -> letters.add(session, List.of(ReviewLetters.about(made)));
        }

        Uni<AchievementDefinition> publish(AchievementDefinition definition, Review review) {
            if (definition.state() != AchievementState.IN_REVIEW) {
                return definitions.review(definition, review, Alongside.nothing()); // which says why not
            }
            return programme
                    .endorse(
                            new Endorse.Wanted(
                                    definition.achievement().id(),
                                    Endorsement.Purpose.PUBLICATION,
                                    "Reviewed micro-credential",
                                    definition.achievement().name()
                                            + " passed our review: its competency, method, research and rubric.",
                                    null),
                            review.reviewer())
                    .chain(word -> definitions.review(definition, review, (session, made) -> endorsements
                            .add(session, word)
                            .chain(() -> telling().store(session, made))));
        }
    }
}
