package org.laurel.issuing.submission;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.access.caller.Caller;
import org.laurel.issuing.achievement.AchievementDefinition;
import org.laurel.issuing.achievement.AchievementDefinitions;
import org.laurel.issuing.achievement.AchievementState;
import org.laurel.issuing.achievement.AchievementTerms;
import org.laurel.issuing.issuer.Issuers;
import org.laurel.shared.encoding.Hex;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;
import org.laurel.shared.store.Alongside;
import org.laurel.shared.store.PublicId;
import org.laurel.shared.work.Workers;

/** Starts, changes, checks and submits evidence. */
@ApplicationScoped
class WriteSubmission {
    private final Submissions submissions;
    private final AchievementDefinitions achievements;
    private final Issuers issuers;
    private final EvidenceFiles files;
    private final EducatorNames names;
    private final WordPrints prints;
    private final Workers workers;
    private final AchievementTerms terms;
    private final Clock clock;

    WriteSubmission(
            Submissions submissions,
            AchievementDefinitions achievements,
            Issuers issuers,
            EvidenceFiles files,
            EducatorNames names,
            WordPrints prints,
            Workers workers,
            AchievementTerms terms,
            Clock clock) {
        this.submissions = submissions;
        this.achievements = achievements;
        this.issuers = issuers;
        this.files = files;
        this.names = names;
        this.prints = prints;
        this.workers = workers;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * Starts one for a published micro-credential: the caller's own, or for an educator whom a program knows.
     *
     * @param educator there exactly when a program calls
     */
    Uni<Submission> start(
            String achievement, Caller caller, @Nullable Educator educator, Alongside<Submission> alongside) {
        Submission.Owner owner = owner(caller, educator);
        return published(achievement, caller)
                .chain(found -> issuers.find(found.issuerNo())
                        .invoke(issuer -> issuer.orElseThrow().issuing())
                        .replaceWith(found))
                .call(this::requireNotOver)
                .chain(found -> submissions.start(found, new Submissions.Fresh(owner, caller.name()), alongside));
    }

    /** What is to be handed in later can be written before; what never can be is not begun. */
    private Uni<Void> requireNotOver(AchievementDefinition found) {
        return terms.of(found)
                .invoke(termed -> {
                    if (termed.terms().isOver(clock.instant())) {
                        throw ProblemException.of(
                                ProblemType.CONFLICT,
                                "The micro-credential is published. Evidence was taken until "
                                        + termed.terms().closesAt() + ". Allowed now: nothing; it has closed.");
                    }
                })
                .replaceWithVoid();
    }

    /** Why it cannot be handed in now, by the terms of its micro-credential. */
    private Uni<Optional<String>> hindrance(Submission read) {
        return achievements
                .find(read.achievement())
                .map(Optional::orElseThrow)
                .chain(terms::of)
                .map(termed -> termed.terms().hindrance(read.round(), clock.instant()));
    }

    private static Submission.Owner owner(Caller caller, @Nullable Educator educator) {
        if (caller.account().isPresent()) {
            if (educator != null) {
                throw ProblemException.of(
                        ProblemType.INVALID,
                        List.of(new Violation(
                                "/educator", "unexpected", "People hand in for themselves: leave \"educator\" out.")));
            }
            return new Submission.Owner(caller.account().getAsLong(), null, null);
        }
        if (educator == null) {
            throw ProblemException.of(
                    ProblemType.INVALID,
                    List.of(new Violation(
                            "/educator", "required", "A program says for whom it hands in: \"educator\" is missing.")));
        }
        return new Submission.Owner(null, caller.name(), educator);
    }

    /** Programs of an organisation hand in for its own micro-credentials; everybody may earn any that is published. */
    private Uni<AchievementDefinition> published(String id, Caller caller) {
        return PublicId.parse(id)
                .filter(parsed -> caller.account().isPresent() || caller.reaches(parsed.issuerNo()))
                .map(achievements::find)
                .orElse(Uni.createFrom().item(Optional.empty()))
                .map(found -> found.filter(one -> one.state().isPublic())
                        .map(WriteSubmission::requireEarnable)
                        .orElseThrow(() ->
                                ProblemException.of(ProblemType.NOT_FOUND, "There is no such micro-credential.")));
    }

    private static AchievementDefinition requireEarnable(AchievementDefinition found) {
        if (found.state() != AchievementState.PUBLISHED) {
            throw ProblemException.of(
                    ProblemType.CONFLICT,
                    "The micro-credential is " + found.state() + ", so that nothing is handed in for it any more.");
        }
        if (found.drafted() == null) {
            throw ProblemException.of(
                    ProblemType.CONFLICT,
                    "The micro-credential asks for no evidence here: it was not drafted on the template.");
        }
        return found;
    }

    /** What it would say with these answers in place of those to the same parts; a 422 problem for parts that there are not. */
    Uni<SubmissionContent> changed(Submission read, SubmissionContent change) {
        return requirements(read).map(requirements -> {
            List<Violation> unknown = requirements.unknown(change);
            if (!unknown.isEmpty()) {
                throw ProblemException.of(ProblemType.INVALID, unknown);
            }
            return read.content().changedBy(change);
        });
    }

    /** All that it lacks, and what would tell an assessor who wrote it. */
    Uni<Checked> check(Submission read) {
        return requirements(read).chain(requirements -> files.list(read)
                .chain(filed -> names.of(read.owner()).chain(called -> hindrance(read)
                        .map(hindrance -> new Checked(
                                Stream.concat(
                                                hindrance.map(why -> new Violation("", "not-now", why)).stream(),
                                                requirements.lacks(read.content(), filed).stream())
                                        .toList(),
                                Stream.concat(
                                                new Recognisable(called).in(read.content()).stream(),
                                                Recognisable.inFiles(filed).stream())
                                        .toList(),
                                ShowingWords.meaning())))));
    }

    /**
     * What came of looking at one.
     *
     * @param errors what it lacks; empty when it can be submitted
     * @param warnings what would tell who wrote it
     * @param showing what it means to have the badge show evidence, in each language
     */
    record Checked(List<Violation> errors, List<Violation> warnings, Map<String, String> showing) {}

    /** Submits it; a 422 problem names all that it lacks. */
    Uni<Submission> submit(Submission read, String by) {
        if (!read.state().isOpen()) {
            throw read.not("submit it");
        }
        return hindrance(read)
                .invoke(why -> why.ifPresent(one -> {
                    throw ProblemException.of(
                            ProblemType.CONFLICT,
                            "The submission is " + read.state() + ". " + one + " Allowed now: "
                                    + (read.round() == 0 ? "change it, or withdraw it." : "appeal, or withdraw it."));
                }))
                .chain(() -> whole(read, by));
    }

    private Uni<Submission> whole(Submission read, String by) {
        return requirements(read).chain(requirements -> files.list(read).chain(filed -> {
            List<Violation> lacks = requirements.lacks(read.content(), filed);
            if (!lacks.isEmpty()) {
                throw ProblemException.of(ProblemType.INVALID, lacks);
            }
            return workers.compute(() -> prints(read, filed))
                    .chain(found -> submissions.submit(read, new Submissions.Filed(filed, found), by));
        }));
    }

    private List<EvidencePrints.Print> prints(Submission read, List<EvidenceFile> filed) {
        List<EvidencePrints.Print> found = new ArrayList<>();
        for (SubmissionContent.Answer answer : read.content().answers()) {
            prints.of(read.issuerNo(), answer.text() == null ? "" : answer.text())
                    .ifPresent(print -> found.add(new EvidencePrints.Print(answer.part(), false, print)));
        }
        for (EvidenceFile file : filed) {
            String words = file.about().words();
            if (words != null) {
                found.add(new EvidencePrints.Print(file.part(), false, Hex.decode(words)));
            }
            found.add(new EvidencePrints.Print(
                    file.part(),
                    true,
                    prints.ofFile(read.issuerNo(), file.served().digest())));
        }
        return found;
    }

    /** What its micro-credential asks for. */
    Uni<Requirements> requirements(Submission read) {
        return achievements
                .find(read.achievement())
                .map(found -> new Requirements(
                        found.map(AchievementDefinition::drafted).orElseThrow().template()));
    }
}
