package org.laurel.issuing.calibration;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.laurel.access.people.Accounts;
import org.laurel.access.role.Role;
import org.laurel.issuing.achievement.AchievementDefinition;
import org.laurel.issuing.achievement.AchievementDefinitions;
import org.laurel.issuing.achievement.AchievementTerms;
import org.laurel.issuing.assessment.AssessmentFollowers.Awaited;
import org.laurel.issuing.assessment.Assessments.Assessor;
import org.laurel.issuing.assessment.RubricRule;
import org.laurel.issuing.submission.PlantedEvidence;
import org.laurel.issuing.submission.SubmissionDecision.CriterionScore;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;
import org.laurel.shared.work.OneByOne;

/** Trains assessors on evidence whose true levels are known, and admits those who score it well enough. */
@ApplicationScoped
class TrainAssessor {
    private final Trainings trainings;
    private final AchievementDefinitions achievements;
    private final AchievementTerms terms;
    private final Accounts accounts;

    TrainAssessor(Trainings trainings, AchievementDefinitions achievements, AchievementTerms terms, Accounts accounts) {
        this.trainings = trainings;
        this.achievements = achievements;
        this.terms = terms;
        this.accounts = accounts;
    }

    /** How far somebody is. */
    Uni<TrainingState> state(AchievementDefinition achievement, Assessor assessor) {
        return terms.of(achievement).chain(termed -> trainings.of(achievement, termed.terms(), assessor.account()));
    }

    /** Keeps what somebody scored; a 422 problem names every fault of it. */
    Uni<TrainingState> score(
            CalibrationItem item, AchievementDefinition achievement, List<CriterionScore> scores, Assessor assessor) {
        if (item.state() != CalibrationItem.State.ACTIVE) {
            throw ProblemException.of(
                    ProblemType.CONFLICT, "The training item is retired. Allowed now: score another.");
        }
        RubricRule rule = new RubricRule(ReachableItems.frozen(achievement));
        List<Violation> faults = rule.faults(scores, PlantedEvidence.blind(item.content(), item.madeAt()));
        if (!faults.isEmpty()) {
            throw ProblemException.of(ProblemType.INVALID, faults);
        }
        return terms.of(achievement)
                .chain(termed -> trainings.score(
                        item, levels(rule, scores, item.truth()), achievement, termed.terms(), assessor));
    }

    /** Each level that was given beside the true one. */
    static List<Trainings.Level> levels(RubricRule rule, List<CriterionScore> given, List<CriterionScore> truth) {
        List<Trainings.Level> levels = new ArrayList<>();
        for (CriterionScore one : given) {
            truth.stream()
                    .filter(other ->
                            other.part().equals(one.part()) && other.criterion().equals(one.criterion()))
                    .findFirst()
                    .ifPresent(other -> levels.add(
                            new Trainings.Level(one.part(), one.criterion(), rule.rank(one), rule.rank(other))));
        }
        return levels;
    }

    /** What somebody has to do before more evidence comes to them. */
    Uni<List<Awaited>> awaited(Assessor assessor, Set<Integer> issuers) {
        return trainings
                .closed(assessor.account(), issuers)
                .chain(ids -> OneByOne.all(ids, id -> achievements
                        .find(id)
                        .map(Optional::orElseThrow)
                        .chain(found -> state(found, assessor))
                        .map(state -> new Awaited(id, state.done(), state.asked(), state.detail(id)))));
    }

    /** Admits an assessor without training; a 422 problem when they are none there. */
    Uni<Trainings.Admitted> admit(AchievementDefinition achievement, String assessor, String reason, String by) {
        return accounts.find(assessor)
                .map(found -> found.filter(one -> one.memberships().stream()
                                .anyMatch(held -> held.role() == Role.ASSESSOR
                                        && held.organisation().number() == achievement.issuerNo()))
                        .orElseThrow(() -> ProblemException.of(
                                ProblemType.INVALID,
                                List.of(new Violation(
                                        "/assessor",
                                        "unknown",
                                        "Expected the id of an assessor of the organisation.")))))
                .chain(account -> trainings.admit(achievement, account.number(), reason, by))
                .map(admitted -> admitted.orElseThrow(() -> ProblemException.of(
                        ProblemType.CONFLICT,
                        "They are admitted already. Allowed now: nothing; evidence comes to them.")));
    }
}
