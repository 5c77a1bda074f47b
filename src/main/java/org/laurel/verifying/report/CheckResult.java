package org.laurel.verifying.report;

import java.util.List;

/**
 * What a check came to.
 *
 * @param outcome the outcome
 * @param reason why, in a sentence for people; empty when the problems say it
 * @param problems what was found
 */
public record CheckResult(CheckOutcome outcome, String reason, List<Problem> problems) {

    /** Copies the list. */
    public CheckResult {
        problems = List.copyOf(problems);
    }

    /** All is well. */
    public static CheckResult passed(String reason) {
        return new CheckResult(CheckOutcome.PASSED, reason, List.of());
    }

    /** There was nothing to do. */
    public static CheckResult skipped(String reason) {
        return new CheckResult(CheckOutcome.SKIPPED, reason, List.of());
    }

    /** Another check is waited for in vain. */
    public static CheckResult notRun(String reason) {
        return new CheckResult(CheckOutcome.NOT_RUN, reason, List.of());
    }

    /** Something is wrong. */
    public static CheckResult failed(Problem... problems) {
        return new CheckResult(CheckOutcome.FAILED, "", List.of(problems));
    }

    /** It cannot be told. */
    public static CheckResult indeterminate(Problem... problems) {
        return new CheckResult(CheckOutcome.INDETERMINATE, "", List.of(problems));
    }

    /** Something should be known. */
    public static CheckResult warning(Problem... problems) {
        return new CheckResult(CheckOutcome.WARNING, "", List.of(problems));
    }
}
