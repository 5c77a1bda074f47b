package org.laurel.issuing.hold;

import java.time.Instant;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;

/**
 * That somebody may not be erased for now.
 *
 * @param reason why
 * @param by who said so
 * @param at when
 */
public record LegalHold(String reason, String by, Instant at) {
    /** The most characters of a reason. */
    public static final int LONGEST_REASON = 500;

    /** A 409 problem that names who, when and why. */
    public ProblemException not(String what) {
        return ProblemException.of(
                ProblemType.CONFLICT,
                what + " is under a legal hold, set by " + by + " on " + at + ": " + reason
                        + ". Allowed now: lift the hold, then erase.");
    }
}
