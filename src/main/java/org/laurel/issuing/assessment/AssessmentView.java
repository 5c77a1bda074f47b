package org.laurel.issuing.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.issuing.submission.BlindSubmission;
import org.laurel.issuing.submission.SubmissionDecision.CriterionScore;

/**
 * An assessment as an assessor sees it.
 *
 * @param id its public id
 * @param achievement the micro-credential whose rubric counts
 * @param state where it is
 * @param allowed what can be done now
 * @param round how often it was handed in
 * @param submittedAt since when it waits
 * @param dueAt until when a decision is promised
 * @param late whether that day is over, and nothing decided
 * @param seats how many assessors score it
 * @param scored how many have
 * @param mine the assessor's own place; absent when they have none
 * @param others how the others scored it; only once that can sway nobody
 * @param evidence what was handed in; only for who has a place
 * @param appeal why its educator appeals what others decided on it; only for who has a place
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AssessmentView(
        String id,
        String achievement,
        AssessmentState state,
        String allowed,
        int round,
        Instant submittedAt,
        Instant dueAt,
        boolean late,
        int seats,
        int scored,
        @Nullable Mine mine,
        @Nullable List<List<CriterionScore>> others,
        @Nullable BlindSubmission evidence,
        @Nullable String appeal) {

    /**
     * The assessor's own place.
     *
     * @param until until when it is theirs
     * @param adjudicates whether they decide between two
     * @param scoredAt when they scored it
     * @param scores how
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Mine(
            Instant until, boolean adjudicates, @Nullable Instant scoredAt, List<CriterionScore> scores) {}

    /**
     * As the holder of an account sees it.
     *
     * @param shown what was handed in, to be shown when they have a place
     */
    static AssessmentView of(Assessment assessment, long account, Instant now, @Nullable Shown shown) {
        Assessment.Seat own =
                assessment.seatOf(account).filter(seat -> seat.holds(now)).orElse(null);
        boolean open = assessment.state() != AssessmentState.DECIDED && assessment.state() != AssessmentState.CLOSED;
        return new AssessmentView(
                assessment.id(),
                assessment.achievement(),
                assessment.state(),
                assessment.state().allowed(),
                assessment.round(),
                assessment.times().submittedAt(),
                assessment.times().dueAt(),
                open && now.isAfter(assessment.times().dueAt()),
                assessment.seats(),
                assessment.scored().size(),
                own == null
                        ? null
                        : new Mine(
                                own.expiresAt(), own.place() == Assessment.ADJUDICATOR, own.scoredAt(), own.scores()),
                others(assessment, own),
                own == null || shown == null ? null : shown.evidence(),
                own == null || shown == null ? null : shown.appeal());
    }

    /** What was handed in, and why its educator appeals what others decided on it, if so. */
    record Shown(BlindSubmission evidence, @Nullable String appeal) {}

    /** An assessor sees what others think when all have scored, who decides between them at once; nobody sees who they are. */
    private static @Nullable List<List<CriterionScore>> others(Assessment assessment, Assessment.@Nullable Seat own) {
        if (own == null) {
            return null;
        }
        boolean decides = own.place() == Assessment.ADJUDICATOR;
        boolean done = own.hasScored() && assessment.state() != AssessmentState.WAITING;
        return decides || done
                ? assessment.taken().stream()
                        .filter(seat -> seat.hasScored() && seat.account() != own.account())
                        .map(Assessment.Seat::scores)
                        .toList()
                : null;
    }
}
