package org.laurel.issuing.submission;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** What has to happen when evidence is submitted or taken back, in the transaction that does so. Found through CDI. */
public interface SubmissionFollowers {

    /** It waits to be assessed from now on. */
    Uni<Void> submitted(Mutiny.StatelessSession session, Submitted submitted);

    /** The decision on it is appealed: somebody else assesses the same round. */
    default Uni<Void> appealed(Mutiny.StatelessSession session, Submitted submitted) {
        return Uni.createFrom().voidItem();
    }

    /** It does not any more. */
    Uni<Void> withdrawn(Mutiny.StatelessSession session, int issuerNo, long submission);

    /**
     * What was submitted.
     *
     * @param issuerNo whose micro-credential it is
     * @param submission its row number
     * @param achievement the row number of the micro-credential
     * @param round how often it was submitted
     */
    record Submitted(int issuerNo, long submission, long achievement, int round) {}
}
