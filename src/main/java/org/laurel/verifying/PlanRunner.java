package org.laurel.verifying;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.laurel.verifying.check.Examination;
import org.laurel.verifying.check.Examined;
import org.laurel.verifying.check.VerificationCheck;
import org.laurel.verifying.report.CheckReport;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;
import org.laurel.verifying.report.Wording;

/** Runs a plan once: every check is in the report, whatever happens. */
final class PlanRunner {
    private static final Logger LOG = Logger.getLogger(PlanRunner.class);

    private final List<VerificationCheck> plan;

    PlanRunner(List<VerificationCheck> plan) {
        this.plan = plan;
    }

    /** What the checks found, and what is known after them. */
    Uni<Run> run(Examination start) {
        Uni<Run> run = Uni.createFrom().item(new Run(start, List.of()));
        for (VerificationCheck check : plan) {
            run = run.chain(so -> next(so, check));
        }
        return run;
    }

    private Uni<Run> next(Run run, VerificationCheck check) {
        Optional<String> missing = waitsInVainFor(run, check);
        if (missing.isPresent()) {
            CheckResult result = CheckResult.notRun("waits for " + missing.get() + ", which did not pass");
            return Uni.createFrom().item(run.and(check, new Examined(result, run.examination())));
        }
        return Uni.createFrom()
                .deferred(() -> check.run(run.examination()))
                .onFailure()
                .recoverWithItem(failure -> broke(check, failure, run.examination()))
                .map(examined -> run.and(check, examined));
    }

    private static Optional<String> waitsInVainFor(Run run, VerificationCheck check) {
        String first = null;
        for (String id : check.waitsFor()) {
            if (!run.letsOthersRun(id) && (first == null || id.compareTo(first) < 0)) {
                first = id;
            }
        }
        return Optional.ofNullable(first);
    }

    /** A check that throws has found something we did not think of; the badge is not verified, and nobody sees a 500. */
    private static Examined broke(VerificationCheck check, Throwable failure, Examination examination) {
        LOG.errorf(failure, "the check %s broke down", check.id());
        Problem problem = Problem.of(ProblemKind.CHECK_BROKE, "the check " + check.id() + " broke down on this input");
        return new Examined(CheckResult.indeterminate(problem), examination);
    }

    /** The line of a check in the report. */
    static CheckReport report(VerificationCheck check, CheckResult result) {
        return new CheckReport(
                check.id(),
                Wording.ENGLISH.check(check.id(), check.title()),
                result.outcome(),
                check.clause(),
                result.reason(),
                result.problems(),
                check.fatal());
    }

    /**
     * A run so far.
     *
     * @param examination what is known
     * @param reports what the checks found
     */
    record Run(Examination examination, List<CheckReport> reports) {

        boolean letsOthersRun(String id) {
            for (CheckReport report : reports) {
                if (report.id().equals(id)) {
                    return report.outcome().letsOthersRun();
                }
            }
            return false;
        }

        Run and(VerificationCheck check, Examined examined) {
            List<CheckReport> more = new ArrayList<>(reports);
            more.add(report(check, examined.result()));
            return new Run(examined.after(), List.copyOf(more));
        }
    }
}
