package org.laurel.web.console;

import java.time.Duration;
import org.laurel.shared.problem.ProblemException;
import org.laurel.verifying.report.Wording;

/** Says when somebody who has to wait may try again. */
final class Waits {
    private static final int MOST_SECONDS = 120;

    private Waits() {}

    /** The header {@code Retry-After}. */
    static String seconds(ProblemException problem) {
        return Long.toString(wait(problem));
    }

    /** The same in words: minutes, when they are many. */
    static String told(ProblemException problem, Wording words) {
        long seconds = wait(problem);
        String time = seconds <= MOST_SECONDS
                ? words.text("signin.seconds", Long.toString(seconds))
                : words.text("signin.minutes", Long.toString((seconds + 59) / 60));
        return words.text("signin.wait", time);
    }

    private static long wait(ProblemException problem) {
        return Math.max(2, problem.retryAfter().map(Duration::toSeconds).orElse(2L));
    }
}
