package org.laurel.issuing.screening;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
public record Application(
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

    /** The organisation whose screening it renews, and the one that it let in. */
    public record Organisations(
            @Nullable Integer renews, @Nullable Integer issuer) {}

    /** When it was made, changed and handed in. */
    public record Times(
            Instant createdAt, Instant updatedAt, @Nullable Instant submittedAt) {}

    /** What was decided, with reasons that the applicant reads. */
    public record Decision(Outcome outcome, String reasons, String by, Instant at) {}

    /** What can be decided. */
    public enum Outcome {
        /** The organisation may issue. */
        ACCEPT,
        /** It is to change its application. */
        REQUEST_CHANGES,
        /** It may not issue. */
        DECLINE;

        @Override
        @JsonValue
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Where an application is after it. */
        ApplicationState leadsTo() {
            return switch (this) {
                case ACCEPT -> ApplicationState.ACCEPTED;
                case REQUEST_CHANGES -> ApplicationState.CHANGES_REQUESTED;
                case DECLINE -> ApplicationState.DECLINED;
            };
        }
    }

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
            if (comment.isBlank() || comment.length() > 4000) {
                throw new IllegalArgumentException("comment: expected 1 to 4000 characters");
            }
        }
    }

    /** A 409 problem that names the state, and what is allowed in it. */
    ProblemException not(String what) {
        return ProblemException.of(
                ProblemType.CONFLICT,
                "The application is " + state + ", so you cannot " + what + ". Allowed now: " + state.allowed() + ".");
    }

    /** The name of the organisation that applies. */
    Optional<String> name() {
        return Optional.ofNullable(content.organisation()).map(ApplicationContent.Applicant::name);
    }
}
