package org.laurel.demo;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.laurel.document.credential.Result;
import org.laurel.document.credential.ResultDescription;
import org.laurel.issuing.achievement.AchievementDefinition;
import org.laurel.issuing.achievement.AchievementDefinitions;
import org.laurel.issuing.achievement.AchievementDefinitions.Review;
import org.laurel.issuing.achievement.AchievementState;
import org.laurel.issuing.achievement.DraftAchievement;
import org.laurel.issuing.achievement.ReviewAchievement;
import org.laurel.issuing.achievement.WantedAchievement;
import org.laurel.issuing.award.Award;
import org.laurel.issuing.award.AwardCredential;
import org.laurel.issuing.award.AwardRequest;
import org.laurel.issuing.award.AwardState;
import org.laurel.issuing.award.Awards;
import org.laurel.issuing.award.RecipientRequest;
import org.laurel.issuing.endorsement.Endorse;
import org.laurel.issuing.endorsement.Endorsement;
import org.laurel.issuing.endorsement.Endorsements;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.issuer.Issuers;
import org.laurel.issuing.issuer.OrganisationKind;
import org.laurel.shared.json.JsonColumns;
import org.laurel.shared.store.Alongside;
import org.laurel.shared.store.Database;

/** The micro-credentials of the ecosystem, their awards, and what recognising organisations say of them. */
@ApplicationScoped
class EcosystemWork {
    private static final int RECOGNITIONS = 60;

    private final Publishing publishing;
    private final Awarding awarding;
    private final Recognising recognising;
    private final Issuers issuers;

    EcosystemWork(Publishing publishing, Awarding awarding, Recognising recognising, Issuers issuers) {
        this.publishing = publishing;
        this.awarding = awarding;
        this.recognising = recognising;
        this.issuers = issuers;
    }

    /** Drafts one on the template, has it reviewed and published, and awards it. */
    Uni<Void> microCredential(EcosystemPeople.Crew crew, EcosystemData data, int index) {
        return issuers.find(data.slug(index % EcosystemData.ACCEPTED))
                .map(Optional::orElseThrow)
                .chain(issuer -> issuer.screening().isWithdrawn()
                        ? Uni.createFrom().voidItem()
                        : publishing
                                .publish(issuer, crew, data, index)
                                .chain(made -> awarding.award(issuer, made, data, index)));
    }

    /** Three organisations that recognise say so of sixty of them. */
    Uni<Void> recognitions(EcosystemData data) {
        return recognising.all(data, RECOGNITIONS);
    }

    /** From a draft to a published version. */
    @ApplicationScoped
    static class Publishing {
        private final DraftAchievement draft;
        private final AchievementDefinitions definitions;
        private final ReviewAchievement review;

        Publishing(DraftAchievement draft, AchievementDefinitions definitions, ReviewAchievement review) {
            this.draft = draft;
            this.definitions = definitions;
            this.review = review;
        }

        Uni<AchievementDefinition> publish(Issuer issuer, EcosystemPeople.Crew crew, EcosystemData data, int index) {
            return definitions
                    .findByCode(issuer.number(), data.code(index))
                    .chain(found -> found.isPresent()
                            ? Uni.createFrom().item(found.get())
                            : draft.draft(issuer, wanted(data, index), EcosystemPeople.BY, Alongside.nothing())
                                    .chain(made -> review.submit(made, issuer, EcosystemPeople.BY))
                                    .chain(made -> review.review(
                                            made,
                                            issuer,
                                            new Review(
                                                    crew.reviewer().id(),
                                                    Review.Outcome.PUBLISH,
                                                    List.of(),
                                                    review.now(),
                                                    1),
                                            OptionalLong.of(crew.reviewer().number()))));
        }

        private static WantedAchievement wanted(EcosystemData data, int index) {
            String json = "{\"directAward\":true,\"inLanguage\":\"en\",\"version\":\"1\",\"humanCode\":\""
                    + data.code(index) + "\",\"template\":" + JsonColumns.write(data.template(index)) + "}";
            return WantedAchievement.read(json.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Awards in every state: most stand, some ran out, some were taken back. */
    @ApplicationScoped
    static class Awarding {
        private static final int EDUCATORS = 2500;

        private final AwardCredential awardCredential;
        private final Awards awards;
        private final Clock clock;

        Awarding(AwardCredential awardCredential, Awards awards, Clock clock) {
            this.awardCredential = awardCredential;
            this.awards = awards;
            this.clock = clock;
        }

        Uni<Void> award(Issuer issuer, AchievementDefinition made, EcosystemData data, int index) {
            int each = EcosystemData.AWARDS / EcosystemData.MICRO_CREDENTIALS;
            int more = index < EcosystemData.AWARDS % EcosystemData.MICRO_CREDENTIALS ? 1 : 0;
            List<AwardRequest> requests = IntStream.range(0, each + more)
                    .mapToObj(number -> request(made, data, index, number))
                    .toList();
            return awards.referenced(issuer.number(), List.of("eco-" + index + "-0"))
                    .chain(known -> known.isEmpty()
                            ? awardCredential
                                    .award(issuer, requests, EcosystemPeople.BY, Alongside.nothing())
                                    .chain(this::takeSomeBack)
                            : Uni.createFrom().voidItem());
        }

        private AwardRequest request(AchievementDefinition made, EcosystemData data, int index, int number) {
            int educator = (index * 53 + number * 37) % EDUCATORS;
            Instant from = clock.instant()
                    .truncatedTo(ChronoUnit.DAYS)
                    .minus(Duration.ofDays(
                            (index * 31L + number % 4 * 290L) % 1095)); // few days, so that badges come of one template
            List<Result> results = new ArrayList<>();
            for (ResultDescription described : made.achievement().resultDescription()) {
                results.add(new Result(
                        described.id(),
                        described.rubricCriterionLevel().get(1 + number % 2).id(),
                        null,
                        null,
                        List.of()));
            }
            return new AwardRequest(
                    made.id(),
                    new RecipientRequest(
                            "educator-" + educator + "@schools.example", data.person(educator), null, List.of()),
                    from,
                    number % 48 == 7 ? from.plus(Duration.ofDays(1)) : null,
                    null,
                    null,
                    made.achievement().creditsAvailable(),
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    results,
                    "eco-" + index + "-" + number,
                    false);
        }

        private Uni<Void> takeSomeBack(List<Award> made) {
            return awards.move(
                            made.get(made.size() - 1),
                            new Awards.AwardMove(AwardState.REVOKED, "Awarded by mistake.", EcosystemPeople.BY))
                    .replaceWithVoid();
        }
    }

    /** What districts and employers say of micro-credentials. */
    @ApplicationScoped
    static class Recognising {
        private final EcosystemPeople people;
        private final Issuers issuers;
        private final AchievementDefinitions definitions;
        private final Signing signing;

        Recognising(EcosystemPeople people, Issuers issuers, AchievementDefinitions definitions, Signing signing) {
            this.people = people;
            this.issuers = issuers;
            this.definitions = definitions;
            this.signing = signing;
        }

        Uni<Void> all(EcosystemData data, int count) {
            return Multi.createFrom()
                    .items(IntStream.range(0, count).boxed())
                    .onItem()
                    .transformToUniAndConcatenate(index -> one(data, index * 5, index % 3))
                    .collect()
                    .last()
                    .replaceWithVoid();
        }

        private Uni<Void> one(EcosystemData data, int index, int which) {
            return people.organisation(
                            "state-board-" + (which + 1), "State Board " + (which + 1), OrganisationKind.RECOGNISER)
                    .chain(board -> issuers.find(data.slug(index % EcosystemData.ACCEPTED))
                            .map(Optional::orElseThrow)
                            .chain(issuer -> definitions.findByCode(issuer.number(), data.code(index)))
                            .chain(found -> found.filter(one -> one.state() == AchievementState.PUBLISHED)
                                    .map(one -> signing.say(board, one))
                                    .orElse(Uni.createFrom().voidItem())));
        }
    }

    /** Signs what one organisation says of a micro-credential, once. */
    @ApplicationScoped
    static class Signing {
        private final Endorse endorse;
        private final Endorsements endorsements;
        private final Database database;

        Signing(Endorse endorse, Endorsements endorsements, Database database) {
            this.endorse = endorse;
            this.endorsements = endorsements;
            this.database = database;
        }

        Uni<Void> say(Issuer board, AchievementDefinition achievement) {
            String subject = achievement.achievement().id();
            Endorse.Wanted wanted = new Endorse.Wanted(
                    subject,
                    Endorsement.Purpose.ENDORSEMENT,
                    "Endorsement by " + board.profile().name(),
                    "Counts as 15 hours of professional learning for licence renewal.",
                    null);
            return endorsements
                    .of(subject)
                    .chain(standing ->
                            standing.stream().anyMatch(one -> one.by().equals(board.did()))
                                    ? Uni.createFrom().voidItem()
                                    : endorse.sign(board, wanted, EcosystemPeople.BY)
                                            .chain(made -> database.write(session -> endorsements.add(session, made))));
        }
    }
}
