package org.laurel.issuing.submission;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.problem.ProblemException;

/**
 * Evidence that an educator hands in for a micro-credential.
 *
 * @param issuerNo whose micro-credential it is
 * @param number its row number
 * @param id its public id
 * @param achievement the public id of the version of the micro-credential that it is for
 * @param owner who writes it
 * @param state where it is
 * @param content what was written
 * @param round how often it was submitted
 * @param version grows with every change
 * @param times when what happened
 * @param decided what came of it so far
 */
record Submission(
        int issuerNo,
        long number,
        String id,
        String achievement,
        Owner owner,
        SubmissionState state,
        SubmissionContent content,
        int round,
        long version,
        Times times,
        Decided decided) {

    /** What was decided last, and the public id of the award. */
    record Decided(
            @Nullable SubmissionDecision decision, @Nullable String award) {}

    /**
     * Who writes it: somebody with an account, or a program for somebody whom it knows.
     *
     * @param account the number of the account; null when a program writes
     * @param program the name of the program; null when the person does
     * @param educator for whom the program does; null otherwise, and when they were erased
     */
    record Owner(
            @Nullable Long account,
            @Nullable String program,
            @Nullable Educator educator) {}

    /** When it was started, changed and last submitted. */
    record Times(
            Instant createdAt, Instant updatedAt, @Nullable Instant submittedAt) {}

    /** A 409 problem that names the state, and what is allowed in it. */
    ProblemException not(String what) {
        return ProblemException.notNow("The submission", state, what, state.allowed());
    }
}
