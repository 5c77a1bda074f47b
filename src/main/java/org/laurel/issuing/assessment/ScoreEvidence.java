package org.laurel.issuing.assessment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.laurel.issuing.achievement.AchievementDefinition;
import org.laurel.issuing.achievement.AchievementDefinitions;
import org.laurel.issuing.assessment.Assessments.Assessor;
import org.laurel.issuing.issuer.Issuers;
import org.laurel.issuing.submission.Appeals;
import org.laurel.issuing.submission.BlindSubmission;
import org.laurel.issuing.submission.Evidence;
import org.laurel.issuing.submission.SubmissionDecision.CriterionScore;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;

/** Takes evidence from the queue, scores it on its rubric, and says what the award rule makes of the scores. */
@ApplicationScoped
public class ScoreEvidence {
    private final Assessments assessments;
    private final AchievementDefinitions achievements;
    private final Issuers issuers;
    private final Evidence evidence;
    private final Appeals appeals;
    private final Clock clock;

    ScoreEvidence(
            Assessments assessments,
            AchievementDefinitions achievements,
            Issuers issuers,
            Evidence evidence,
            Appeals appeals,
            Clock clock) {
        this.assessments = assessments;
        this.achievements = achievements;
        this.issuers = issuers;
        this.evidence = evidence;
        this.appeals = appeals;
        this.clock = clock;
    }

    /** Takes it, for as long as the organisation lets an assessor have it. */
    Uni<Assessment> claim(Assessment read, Assessor assessor, boolean adjudicates) {
        return issuers.find(read.issuerNo())
                .map(found -> found.orElseThrow().settings().assesses().claim())
                .chain(time -> assessments.claim(
                        read, assessor, adjudicates, clock.instant().plus(time)));
    }

    /** What was handed in; a 410 problem when it was erased. */
    Uni<BlindSubmission> evidence(Assessment read) {
        return evidence.blind(read.issuerNo(), read.submission(), read.round())
                .map(found ->
                        found.orElseThrow(() -> ProblemException.of(ProblemType.GONE, "The educator had it erased.")));
    }

    /** The same with what an appeal says. */
    Uni<AssessmentView.Shown> shown(Assessment read) {
        return evidence(read)
                .chain(handedIn -> read.origin().appeal()
                        ? appeals.reason(read.issuerNo(), read.submission())
                                .map(reason -> new AssessmentView.Shown(handedIn, reason.orElse(null)))
                        : Uni.createFrom().item(new AssessmentView.Shown(handedIn, null)));
    }

    /**
     * Keeps one assessor's scores; a 422 problem names every fault of them.
     *
     * @param adjudicates whether they decide between two
     */
    public Uni<Assessment> score(Assessment read, Assessor assessor, List<CriterionScore> scores, boolean adjudicates) {
        AssessmentState wanted = adjudicates ? AssessmentState.DIFFERING : AssessmentState.WAITING;
        if (read.state() != wanted) {
            throw read.not("score it");
        }
        return rule(read).chain(rule -> evidence(read).chain(handedIn -> {
            List<Violation> faults = rule.faults(scores, handedIn);
            if (!faults.isEmpty()) {
                throw ProblemException.of(ProblemType.INVALID, faults);
            }
            return assessments.score(read, assessor, scores, after(read, scores, rule), rule);
        }));
    }

    private static AssessmentState after(Assessment read, List<CriterionScore> scores, RubricRule rule) {
        List<Assessment.Seat> others = read.scored();
        if (read.state() == AssessmentState.DIFFERING) {
            return AssessmentState.SCORED;
        }
        if (others.size() + 1 < read.seats()) {
            return AssessmentState.WAITING;
        }
        return !others.isEmpty() && rule.differ(others.get(0).scores(), scores)
                ? AssessmentState.DIFFERING
                : AssessmentState.SCORED;
    }

    /** What all scores come to; a 409 problem while some are missing. */
    public Uni<Settled> settle(Assessment read) {
        if (read.state() != AssessmentState.SCORED) {
            throw read.not("decide on it");
        }
        return rule(read).map(rule -> {
            List<CriterionScore> scores = scores(read, rule);
            return new Settled(scores, rule.lacks(scores));
        });
    }

    private static List<CriterionScore> scores(Assessment read, RubricRule rule) {
        Optional<Assessment.Seat> adjudicated = read.adjudicated();
        List<Assessment.Seat> scored = read.scored();
        if (adjudicated.isPresent()) {
            return adjudicated.get().scores();
        }
        return scored.size() == 1
                ? scored.get(0).scores()
                : rule.together(scored.get(0).scores(), scored.get(1).scores());
    }

    /**
     * What the scores come to.
     *
     * @param scores those that count
     * @param lacks what the award rule still lacks, in words; empty when it is met
     */
    public record Settled(List<CriterionScore> scores, List<String> lacks) {
        /** Copies the lists. */
        public Settled {
            scores = List.copyOf(scores);
            lacks = List.copyOf(lacks);
        }
    }

    private Uni<RubricRule> rule(Assessment read) {
        return achievements
                .find(read.achievement())
                .map(found -> new RubricRule(
                        found.map(AchievementDefinition::drafted).orElseThrow().template()));
    }
}
