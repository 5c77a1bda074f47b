package org.laurel.shared.problem;

import java.io.Serial;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The one exception that carries a failure to the caller; the doors turn it into their own error shape. */
public final class ProblemException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient List<Violation> violations;
    private final transient Optional<Duration> retryAfter;

    private ProblemException(
            ProblemType type, String detail, List<Violation> violations, Optional<Duration> retryAfter) {
        super(detail, null, false, false);
        this.type = type;
        this.retryAfter = retryAfter;
        this.violations = List.copyOf(violations);
    }

    /** A failure with a sentence about this occurrence; it must hold no secret and no personal data. */
    public static ProblemException of(ProblemType type, String detail) {
        return new ProblemException(type, detail, List.of(), Optional.empty());
    }

    /** A failure with all the faults that were found. */
    public static ProblemException of(ProblemType type, List<Violation> violations) {
        String detail = violations.size() == 1
                ? violations.get(0).detail()
                : violations.size() + " faults were found; each is listed under errors.";
        return new ProblemException(type, detail, violations, Optional.empty());
    }

    /** A 409 that names the state of a thing, and what is allowed in it. */
    public static ProblemException notNow(String thing, Object state, String what, String allowed) {
        return of(
                ProblemType.CONFLICT,
                thing + " is " + state + ", so you cannot " + what + ". Allowed now: " + allowed + ".");
    }

    /** Too many requests; the caller may come again after a while (RFC 6585 §4). */
    public static ProblemException tooMany(String detail, Duration wait) {
        return new ProblemException(ProblemType.TOO_MANY_REQUESTS, detail, List.of(), Optional.of(wait));
    }

    /** How long to wait before trying again, when that is known. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** What kind of failure this is. */
    public ProblemType type() {
        return type;
    }

    /** Every fault, empty when the detail says it all. */
    public List<Violation> violations() {
        return violations;
    }

    /** The sentence about this occurrence. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
