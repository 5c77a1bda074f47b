package org.laurel.verifying.openbadges2;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.laurel.verifying.check.Examination;
import org.laurel.verifying.check.Examined;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;

/** Was it issued before now, and does it not expire until later? A minute's grace at the beginning, for clocks that differ. */
final class DatesCheck extends AssertionCheck {
    private static final Duration GRACE = Duration.ofSeconds(60);

    DatesCheck() {
        super("validity", "Today lies within its dates", "Verification; Assertion", true, Set.of("open-badges"));
    }

    @Override
    Uni<Examined> judge(AssertionFindings findings, Examination examination) {
        return findings.assertion().isStripped()
                ? skipped(STRIPPED, examination)
                : now(result(findings.valid(), examination.now()), examination);
    }

    private static CheckResult result(JsonNode assertion, Instant now) {
        Optional<Instant> from = DateTimes.read(assertion.path("issuedOn"));
        Optional<Instant> until = DateTimes.read(assertion.path("expires"));
        if (from.isEmpty() || (until.isEmpty() && assertion.hasNonNull("expires"))) {
            return CheckResult.failed(
                    Problem.of(ProblemKind.RULE_BROKEN, "its address serves it with a date that cannot be read"));
        }
        if (now.plus(GRACE).isBefore(from.get())) {
            return CheckResult.failed(
                    new Problem(ProblemKind.NOT_YET_VALID, "it was issued on " + from.get(), "/issuedOn"));
        }
        if (until.filter(now::isAfter).isPresent()) {
            return CheckResult.failed(
                    new Problem(ProblemKind.EXPIRED, "it was valid until " + until.get(), "/expires"));
        }
        return CheckResult.passed(until.map(time -> "valid until " + time).orElse("without end"));
    }
}
