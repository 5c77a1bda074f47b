package org.laurel.issuing.assessment;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.issuing.assessment.Assessments.Assessor;
import org.laurel.issuing.submission.SubmissionDecision.CriterionScore;

/** Who is asked before evidence is taken, and told when it was scored, in the transaction that does so. Found through CDI. */
public interface AssessmentFollowers {

    /** Somebody wants to take it to score it; fails with a problem when they may not. */
    Uni<Void> claiming(Mutiny.StatelessSession session, Assessment assessment, Assessor assessor);

    /**
     * An assessor, none who decides between two, has scored it.
     *
     * @param rule that of its micro-credential
     */
    Uni<Void> scored(
            Mutiny.StatelessSession session,
            Assessment assessment,
            Assessor assessor,
            List<CriterionScore> scores,
            RubricRule rule);

    /** What an assessor has to do at organisations before they get more from the queue. */
    Uni<List<Awaited>> awaited(Assessor assessor, Set<Integer> issuers);

    /**
     * What an assessor has to do first.
     *
     * @param achievement the public id of the micro-credential whose evidence they do not get before
     * @param scored how many training items they have scored
     * @param needed how many they have to
     * @param detail what to do, in words
     */
    record Awaited(String achievement, int scored, int needed, String detail) {}
}
