package org.laurel.verifying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.laurel.verifying.check.Examination;
import org.laurel.verifying.check.Examined;
import org.laurel.verifying.check.VerificationCheck;
import org.laurel.verifying.check.VerificationInput;
import org.laurel.verifying.report.CheckOutcome;
import org.laurel.verifying.report.CheckReport;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.ProblemKind;
import org.laurel.verifying.report.Summary;
import org.laurel.verifying.report.Verdict;

class PlanRunnerTest {

    @Test
    void a_check_that_throws_is_a_finding_and_the_others_are_still_told() {
        List<CheckReport> reports = run(
                check("a", Set.of(), () -> {
                    throw new StackOverflowError();
                }),
                check("b", Set.of("a"), () -> CheckResult.passed("")),
                check("c", Set.of(), () -> CheckResult.passed("")));
        assertThat(reports.stream().map(CheckReport::outcome))
                .containsExactly(CheckOutcome.INDETERMINATE, CheckOutcome.NOT_RUN, CheckOutcome.PASSED);
        assertThat(reports.get(0).problems().get(0).kind()).isEqualTo(ProblemKind.CHECK_BROKE);
        assertThat(reports.get(1).reason()).isEqualTo("waits for a, which did not pass");
        assertThat(Summary.verdict(reports)).isEqualTo(Verdict.INDETERMINATE);
    }

    @Test
    void what_waits_for_a_check_that_was_not_run_is_not_run() {
        List<CheckReport> reports = run(
                check("a", Set.of(), () -> CheckResult.notRun("why")),
                check("b", Set.of("a"), () -> CheckResult.passed("")),
                check("c", Set.of("b"), () -> CheckResult.passed("")));
        assertThat(reports.stream().map(CheckReport::outcome)).containsOnly(CheckOutcome.NOT_RUN);
    }

    @Test
    void a_warning_and_a_skipped_check_let_others_run() {
        List<CheckReport> reports = run(
                check("a", Set.of(), CheckResult::warning),
                check("b", Set.of(), () -> CheckResult.skipped("why")),
                check("c", Set.of("a", "b"), () -> CheckResult.passed("")));
        assertThat(reports.get(2).outcome()).isEqualTo(CheckOutcome.PASSED);
        assertThat(Summary.verdict(reports)).isEqualTo(Verdict.VERIFIED);
    }

    @Test
    void the_plan_and_the_checks_there_are_must_agree() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new VerificationPlan(List.of()))
                .withMessageContaining("the plan names a check that is not there: parse");
    }

    private static List<CheckReport> run(VerificationCheck... checks) {
        Examination start = Examination.of(VerificationInput.ofText("x"), Instant.EPOCH);
        return new PlanRunner(List.of(checks))
                .run(start)
                .await()
                .atMost(Duration.ofSeconds(5))
                .reports();
    }

    private static VerificationCheck check(
            String id, Set<String> waitsFor, java.util.function.Supplier<CheckResult> result) {
        return new VerificationCheck() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public String title() {
                return id;
            }

            @Override
            public String clause() {
                return "";
            }

            @Override
            public boolean fatal() {
                return true;
            }

            @Override
            public Set<String> waitsFor() {
                return waitsFor;
            }

            @Override
            public Uni<Examined> run(Examination examination) {
                return Uni.createFrom().item(() -> new Examined(result.get(), examination));
            }
        };
    }
}
