package org.laurel.issuing.screening;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.json.Bounds;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;

/**
 * An organisation's application to issue.
 *
 * @param number its row number
 * @param id its public id
 * @param account the number of the applicant's account
 * @param state where it is
 * @param content what the applicant wrote
 * @param organisations which organisation it renews, and which it led to
 * @param rubricEdition by which edition of the rubric it is scored; null until it is handed in
 * @param round how often it was handed in
 * @param version grows with every change
 * @param times when what happened
 * @param decision what was decided last; null before
 */
record Application(
        long number,
        String id,
        long account,
        ApplicationState state,
        ApplicationContent content,
        Organisations organisations,
        @Nullable Integer rubricEdition,
        int round,
        long version,
        Times times,
        @Nullable Decision decision) {

    /** The organisation whose screening it renews, and the one that it let in: by their numbers, and by their names in URLs. */
    record Organisations(
            @Nullable Integer renews,
            @Nullable Integer issuer,
            @Nullable String renewed,
            @Nullable String letIn) {}

    /** When it was made, changed and handed in. */
    record Times(
            Instant createdAt, Instant updatedAt, @Nullable Instant submittedAt) {}

    /** What was decided, with reasons that the applicant reads. */
    record Decision(ApplicationOutcome outcome, String reasons, String by, Instant at) {}

    /** Somebody writes: the applicant, or who screens. */
    record Message(String author, boolean byScreener, String text, Instant sentAt) {}

    /** A save of it: what was written then. */
    record Save(long version, String by, Instant at, ApplicationContent content) {}

    /** A screener who may not score, and why. */
    record Conflict(long account, String screener, String reason, Instant declaredAt) {}

    /** What one screener thinks, in one round. */
    record Score(long account, String screener, int position, List<CriterionScore> scores, int total, Instant at) {}

    /** The score for one criterion, with a comment. */
    record CriterionScore(String criterion, int score, String comment) {
        CriterionScore {
            Bounds.text("comment", comment, 4000);
        }
    }

    /** A 409 problem that says what comes first, names the state, and what is allowed in it. */
    ProblemException notYet(String why) {
        return ProblemException.of(
                ProblemType.CONFLICT, why + " The application is " + state + ". Allowed now: " + state.allowed() + ".");
    }

    /** A 409 problem that names the state, and what is allowed in it. */
    ProblemException not(String what) {
        return ProblemException.notNow("The application", state, what, state.allowed());
    }
}
