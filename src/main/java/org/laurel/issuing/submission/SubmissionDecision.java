package org.laurel.issuing.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What assessors decided on what was submitted, as its educator reads it: without their names.
 *
 * @param round on which round
 * @param outcome what was decided
 * @param feedback in words
 * @param scores how each criterion was scored
 * @param at when
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SubmissionDecision(
        int round, Outcome outcome, @Nullable String feedback, List<CriterionScore> scores, Instant at) {

    /** What can be decided. */
    public enum Outcome {
        /** The micro-credential is awarded. */
        AWARD,
        /** It goes back, with what is still missing. */
        RETURN;

        @Override
        @JsonValue
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How one criterion was scored.
     *
     * @param part the id of the part
     * @param criterion the id of the criterion in it
     * @param level the id of the level that was reached
     * @param feedback why, and what would be better
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record CriterionScore(
            String part,
            String criterion,
            String level,
            @Nullable String feedback) {}
}
