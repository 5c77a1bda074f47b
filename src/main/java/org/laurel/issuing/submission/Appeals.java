package org.laurel.issuing.submission;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** The collection of appeals against decisions: at most one for each submission. */
public interface Appeals {

    /** What its educator says against the decision; empty when there is no appeal, or it was erased. */
    Uni<Optional<String>> reason(int issuerNo, long submission);

    /**
     * The appeal.
     *
     * @param round which round was decided on
     * @param reason what is said against the decision
     * @param appealedAt when
     * @param against the decision, as it was
     */
    record Appeal(int round, String reason, Instant appealedAt, SubmissionDecision against) {}
}
