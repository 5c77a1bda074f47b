package org.laurel.issuing.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What assessors see of a submission: nothing in it says who handed it in, and it has no id by which anybody could ask.
 *
 * @param round how often it was submitted
 * @param submittedAt when it was
 * @param answers to the parts
 * @param statements what the educator states
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record BlindSubmission(
        int round,
        Instant submittedAt,
        List<SubmissionContent.Answer> answers,
        SubmissionContent.@Nullable Statements statements) {}
