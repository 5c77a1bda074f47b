package org.laurel.issuing.award;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.laurel.document.credential.IdentifierType;
import org.laurel.document.credential.Result;
import org.laurel.issuing.achievement.AchievementDefinition;
import org.laurel.issuing.achievement.AchievementDefinition.Drafted;
import org.laurel.issuing.achievement.AchievementDefinitions;
import org.laurel.issuing.assessment.Assessment;
import org.laurel.issuing.assessment.Assessments;
import org.laurel.issuing.assessment.Assessments.Assessor;
import org.laurel.issuing.assessment.ScoreEvidence;
import org.laurel.issuing.assessment.ScoreEvidence.Settled;
import org.laurel.issuing.issuer.Issuers;
import org.laurel.issuing.showing.ShownEvidence;
import org.laurel.issuing.showing.ShownEvidence.Drawn;
import org.laurel.issuing.showing.ShownEvidence.Handed;
import org.laurel.issuing.submission.Evidence;
import org.laurel.issuing.submission.SubmissionDecision;
import org.laurel.issuing.submission.SubmissionDecision.CriterionScore;
import org.laurel.issuing.submission.SubmissionDecision.Outcome;
import org.laurel.issuing.template.MicroCredentialTemplate.Part;
import org.laurel.issuing.template.TemplateAchievement;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;
import org.laurel.shared.store.Database;

/**
 * Decides on assessed evidence, as its award rule says: awards for it, by the one road to a signature, or sends it back with
 * what is missing. The decision, the award and the submission's new state are stored together or not at all; the submission
 * is locked before its assessment, as it is by an educator who takes it back.
 */
@ApplicationScoped
public class AwardAssessed {
    private static final int LEAST_FEEDBACK = 20;

    private final ScoreEvidence scoreEvidence;
    private final Assessments assessments;
    private final Evidence evidence;
    private final AchievementDefinitions achievements;
    private final Issuers issuers;
    private final AwardCredential awardCredential;
    private final EvidenceLetters letters;
    private final ShownEvidence shownEvidence;
    private final Database database;
    private final Clock clock;

    AwardAssessed(
            ScoreEvidence scoreEvidence,
            Assessments assessments,
            Evidence evidence,
            AchievementDefinitions achievements,
            Issuers issuers,
            AwardCredential awardCredential,
            EvidenceLetters letters,
            ShownEvidence shownEvidence,
            Database database,
            Clock clock) {
        this.scoreEvidence = scoreEvidence;
        this.assessments = assessments;
        this.evidence = evidence;
        this.achievements = achievements;
        this.issuers = issuers;
        this.awardCredential = awardCredential;
        this.letters = letters;
        this.shownEvidence = shownEvidence;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Decides.
     *
     * @param outcome what the award rule says: a 409 problem names what it lacks, or that it lacks nothing
     * @param feedback for the educator; needed when it goes back
     * @param assessor who has scored it; a 409 problem when they have not
     */
    public Uni<SubmissionDecision> decide(
            Assessment read, Outcome outcome, @Nullable String feedback, Assessor assessor) {
        String by = assessor.name();
        return scoreEvidence.settle(read).chain(settled -> {
            requireScoredBy(read, assessor);
            requireByRule(outcome, settled);
            requireWords(outcome, feedback);
            SubmissionDecision decision =
                    new SubmissionDecision(read.round(), outcome, feedback, settled.scores(), clock.instant());
            return kept(read, decision, by).replaceWith(decision);
        });
    }

    private Uni<Void> kept(Assessment read, SubmissionDecision decision, String by) {
        if (read.isPlanted()) {
            return issuers.find(read.issuerNo())
                    .invoke(found -> {
                        if (decision.outcome() == Outcome.AWARD) {
                            found.orElseThrow().issuing(); // refused as for any other evidence
                        }
                    })
                    .chain(() -> database.write(session -> assessments.decide(session, read, decision, by)));
        }
        return decision.outcome() == Outcome.AWARD ? award(read, decision, by) : giveBack(read, decision, by);
    }

    private static void requireScoredBy(Assessment read, Assessor assessor) {
        if (!read.isScoredBy(assessor.account())) {
            throw ProblemException.of(
                    ProblemType.CONFLICT, "Who has scored it decides. Allowed now: one of them decides on it.");
        }
    }

    private static void requireByRule(Outcome outcome, Settled settled) {
        boolean met = settled.lacks().isEmpty();
        if (outcome == Outcome.AWARD && !met) {
            throw ProblemException.of(
                    ProblemType.CONFLICT,
                    "The award rule is not met: " + String.join("; ", settled.lacks())
                            + ". Allowed now: send it back with feedback.");
        }
        if (outcome == Outcome.RETURN && met) {
            throw ProblemException.of(
                    ProblemType.CONFLICT, "The award rule is met by the scores. Allowed now: award it.");
        }
    }

    private static void requireWords(Outcome outcome, @Nullable String feedback) {
        if (outcome == Outcome.RETURN && (feedback == null || feedback.strip().length() < LEAST_FEEDBACK)) {
            throw ProblemException.of(
                    ProblemType.INVALID,
                    List.of(new Violation(
                            "/feedback",
                            "required",
                            "Say what is missing, in at least " + LEAST_FEEDBACK + " characters.")));
        }
    }

    private Uni<Void> giveBack(Assessment read, SubmissionDecision decision, String by) {
        return database.write(session -> evidence.returned(session, read.issuerNo(), read.submission(), decision)
                .chain(() -> assessments.decide(session, read, decision, by))
                .chain(() -> letters.returned(session, read.issuerNo(), read.submission(), decision.feedback())));
    }

    private Uni<Void> award(Assessment read, SubmissionDecision decision, String by) {
        return issuers.find(read.issuerNo())
                .map(Optional::orElseThrow)
                .chain(issuer -> assessed(read)
                        .chain(assessed -> awardCredential.awardAssessed(
                                issuer, request(assessed, decision.scores()), by, (session, made) -> keep(
                                                session, read, decision, made, by)
                                        .chain(() -> shownEvidence.add(
                                                session, handed(read), assessed.shown(), made.number())))))
                .replaceWithVoid();
    }

    private Uni<Void> keep(
            Mutiny.StatelessSession session, Assessment read, SubmissionDecision decision, Award made, String by) {
        return evidence.awarded(session, read.issuerNo(), read.submission(), decision, made.id())
                .chain(() -> assessments.decide(session, read, decision, by));
    }

    /** What is awarded, to whom, and what the badge is to show of the evidence. */
    private record Assessed(AchievementDefinition achievement, Evidence.Earner earner, List<Drawn> shown) {}

    private Uni<Assessed> assessed(Assessment read) {
        return evidence.earner(read.issuerNo(), read.submission()).chain(earner -> achievements
                .find(read.achievement())
                .map(Optional::orElseThrow)
                .chain(found -> shownEvidence
                        .draw(handed(read), titles(found), found.achievement().inLanguage())
                        .map(shown -> new Assessed(found, earner, shown))));
    }

    private static Handed handed(Assessment read) {
        return new Handed(read.issuerNo(), read.submission(), read.round());
    }

    /** What the parts are called, by their ids. */
    private static Map<String, String> titles(AchievementDefinition achievement) {
        Drafted drafted = achievement.drafted();
        return drafted == null
                ? Map.of()
                : drafted.template().parts().stream()
                        .collect(Collectors.toMap(Part::id, part -> part.title().isBlank() ? part.id() : part.title()));
    }

    private static RecipientRequest recipient(Evidence.Earner earner) {
        List<IdentifierRequest> identifiers = earner.userId() == null
                ? List.of()
                : List.of(new IdentifierRequest(IdentifierType.of("sourcedId"), earner.userId(), null));
        return new RecipientRequest(earner.email(), earner.name(), null, identifiers);
    }

    private static AwardRequest request(Assessed assessed, List<CriterionScore> scores) {
        AchievementDefinition achievement = assessed.achievement();
        List<Result> results = scores.stream()
                .map(score -> result(achievement.achievement().id(), score))
                .toList();
        return new AwardRequest(
                achievement.id(),
                recipient(assessed.earner()),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                assessed.shown().stream().map(Drawn::evidence).toList(),
                results,
                null,
                true);
    }

    /** The level that was reached, by the ids that the template gave the rubric in the achievement. */
    private static Result result(String achievement, CriterionScore score) {
        String criterion = TemplateAchievement.criterionId(achievement, score.part(), score.criterion());
        return new Result(criterion, TemplateAchievement.levelId(criterion, score.level()), null, null, List.of());
    }
}
