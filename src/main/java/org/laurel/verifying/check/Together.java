package org.laurel.verifying.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.laurel.verifying.report.CheckOutcome;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.Problem;

/** Makes one result of several: the heaviest outcome, and every problem and reason, the heavier first. */
final class Together {
    /** One that fails outweighs all that could not be had. */
    private static final List<CheckOutcome> BY_WEIGHT = List.of(
            CheckOutcome.FAILED,
            CheckOutcome.INDETERMINATE,
            CheckOutcome.WARNING,
            CheckOutcome.PASSED,
            CheckOutcome.SKIPPED);

    private Together() {}

    /** The heaviest of at least one. */
    static CheckOutcome heaviest(Collection<CheckOutcome> outcomes) {
        return BY_WEIGHT.stream().filter(outcomes::contains).findFirst().orElseThrow();
    }

    /** One of at least one. */
    static CheckResult of(List<CheckResult> results) {
        List<CheckResult> sorted = new ArrayList<>();
        for (CheckOutcome outcome : BY_WEIGHT) {
            results.stream().filter(result -> result.outcome() == outcome).forEach(sorted::add);
        }
        String reasons = sorted.stream()
                .map(CheckResult::reason)
                .filter(reason -> !reason.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
        List<Problem> problems =
                sorted.stream().flatMap(result -> result.problems().stream()).toList();
        return new CheckResult(sorted.get(0).outcome(), reasons, problems);
    }
}
