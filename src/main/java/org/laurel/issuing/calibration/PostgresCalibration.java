package org.laurel.issuing.calibration;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.issuing.assessment.Assessment;
import org.laurel.issuing.assessment.AssessmentFollowers;
import org.laurel.issuing.assessment.Assessments.Assessor;
import org.laurel.issuing.assessment.RubricRule;
import org.laurel.issuing.submission.SubmissionDecision.CriterionScore;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.store.Database;

/**
 * Lets those take evidence who were admitted, and keeps what was scored of planted evidence beside its truth, in the
 * transaction of the score; by an index of assessments, never by what an assessor is answered.
 */
@ApplicationScoped
class PostgresCalibration implements AssessmentFollowers {
    private final PostgresCalibrationItems items;
    private final TrainAssessor train;
    private final DriftWatch drift;
    private final Clock clock;

    PostgresCalibration(PostgresCalibrationItems items, TrainAssessor train, DriftWatch drift, Clock clock) {
        this.items = items;
        this.train = train;
        this.drift = drift;
        this.clock = clock;
    }

    @Override
    public Uni<Void> claiming(Mutiny.StatelessSession session, Assessment assessment, Assessor assessor) {
        return Database.select(
                        session,
                        "select exists (select 1 from assessment a join calibration_item t on t.issuer_no = a.issuer_no"
                                + " and t.achievement_no = a.achievement_no and t.kind = 'training' and t.state = 'active'"
                                + " where a.issuer_no = $1 and a.id = $2 and not exists (select 1 from assessor_admission d"
                                + " where d.issuer_no = a.issuer_no and d.achievement_no = a.achievement_no"
                                + " and d.account_no = $3) and not exists (select 1 from assessment_seat m"
                                + " where m.issuer_no = a.issuer_no and m.assessment_no = a.id and m.account_no = $3)),"
                                + " exists (select 1 from assessment a join calibration_item c on c.issuer_no = a.issuer_no"
                                + " and c.id = a.planted_item where a.issuer_no = $1 and a.id = $2 and (c.account_no = $3"
                                + " or exists (select 1 from calibration_score k where k.issuer_no = c.issuer_no"
                                + " and k.item_no = c.id and k.account_no = $3)))",
                        assessment.issuerNo(),
                        assessment.number(),
                        assessor.account())
                .invoke(rows -> {
                    if ((Boolean) rows.get(0)[1]) {
                        throw ProblemException.of(ProblemType.NOT_FOUND, "There is no such assessment.");
                    }
                    if ((Boolean) rows.get(0)[0]) {
                        throw ProblemException.of(
                                ProblemType.CONFLICT,
                                "You are not admitted to assess this micro-credential. Allowed now: score its training"
                                        + " items (GET /api/v1/achievements/" + assessment.achievement()
                                        + "/training).");
                    }
                })
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> scored(
            Mutiny.StatelessSession session,
            Assessment assessment,
            Assessor assessor,
            List<CriterionScore> scores,
            RubricRule rule) {
        Long item = assessment.origin().item();
        if (item == null) {
            return Uni.createFrom().voidItem();
        }
        return items.find(session, assessment.issuerNo(), item)
                .map(Optional::orElseThrow)
                .chain(found -> PostgresCalibrationScores.keep(
                        session,
                        new PostgresCalibrationScores.Scored(
                                found.issuerNo(),
                                found.number(),
                                assessor.account(),
                                assessment.number(),
                                clock.instant()),
                        TrainAssessor.levels(rule, scores, found.truth())))
                .chain(() -> drift.look(session, assessment.issuerNo(), assessor));
    }

    @Override
    public Uni<List<Awaited>> awaited(Assessor assessor, Set<Integer> issuers) {
        return train.awaited(assessor, issuers);
    }
}
