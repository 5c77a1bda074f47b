package org.laurel.issuing.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.issuing.submission.SubmissionDecision.CriterionScore;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;

/**
 * The assessment of what was handed in once.
 *
 * @param issuerNo whose micro-credential it is
 * @param number its row number
 * @param id its public id
 * @param achievement the public id of the micro-credential
 * @param submission the row number of the submission
 * @param round how often that was submitted
 * @param state where it is
 * @param seats how many assessors score it
 * @param taken who has taken it, in the order of their places
 * @param times since when it waits, and until when a decision is promised
 * @param origin why it is assessed
 */
public record Assessment(
        int issuerNo,
        long number,
        String id,
        String achievement,
        long submission,
        int round,
        AssessmentState state,
        int seats,
        List<Seat> taken,
        Times times,
        Origin origin) {
    /** The place of who decides between two assessors. */
    static final int ADJUDICATOR = 3;

    /** Copies the list. */
    public Assessment {
        taken = List.copyOf(taken);
    }

    /**
     * Why it is assessed.
     *
     * @param item the row number of the calibration item that it is a copy of; null when somebody handed it in
     * @param appeal whether others decided on it before, and its educator said why that was wrong
     */
    public record Origin(@Nullable Long item, boolean appeal) {}

    /** Whether nobody handed it in: it shows how assessors score, and nothing is awarded for it. */
    public boolean isPlanted() {
        return origin.item() != null;
    }

    /** Since when it waits, until when a decision is promised, and when it came. */
    public record Times(
            Instant submittedAt, Instant dueAt, @Nullable Instant decidedAt) {}

    /**
     * Somebody who has taken it.
     *
     * @param place 1 and 2 for assessors, 3 for who decides between them
     * @param account the number of their account
     * @param assessor how the audit calls them
     * @param expiresAt until when it is theirs, unless they have scored
     * @param scores what they think; none before
     * @param scoredAt when they said so
     */
    public record Seat(
            int place,
            long account,
            String assessor,
            Instant expiresAt,
            List<CriterionScore> scores,
            @Nullable Instant scoredAt) {
        /** Copies the list. */
        public Seat {
            scores = List.copyOf(scores);
        }

        boolean hasScored() {
            return scoredAt != null;
        }

        /** Whether it is still theirs. */
        boolean holds(Instant now) {
            return hasScored() || now.isBefore(expiresAt);
        }
    }

    /** The place of an account. */
    Optional<Seat> seatOf(long account) {
        return taken.stream().filter(seat -> seat.account() == account).findFirst();
    }

    /** Whether this account has scored it. */
    public boolean isScoredBy(long account) {
        return seatOf(account).filter(Seat::hasScored).isPresent();
    }

    /** The places that were scored, but for that of the adjudicator. */
    List<Seat> scored() {
        return taken.stream()
                .filter(seat -> seat.hasScored() && seat.place() < ADJUDICATOR)
                .toList();
    }

    /** What who decided between two assessors thinks. */
    Optional<Seat> adjudicated() {
        return taken.stream()
                .filter(seat -> seat.hasScored() && seat.place() == ADJUDICATOR)
                .findFirst();
    }

    /** A 409 problem that names the state, and what is allowed in it. */
    ProblemException not(String what) {
        return ProblemException.notNow("The assessment", state, what, state.allowed());
    }

    /** A 409 problem that says why, names the state, and what is allowed in it. */
    ProblemException notYet(String why) {
        return ProblemException.of(
                ProblemType.CONFLICT, why + " The assessment is " + state + ". Allowed now: " + state.allowed() + ".");
    }
}
