package org.laurel.verifying;

import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.smallrye.mutiny.subscription.UniSubscriber;
import io.smallrye.mutiny.subscription.UniSubscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
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
        return Uni.createFrom().context(context -> Uni.createFrom().emitter(emitter -> {
            Running running = new Running(start, context, emitter);
            emitter.onTermination(running::cancel);
            running.next();
        }));
    }

    /**
     * One check after the other, each when the one before has spoken. It listens itself, since a chain of so many links costs
     * more than most checks.
     */
    private final class Running implements UniSubscriber<Examined> {
        private final List<CheckReport> reports = new ArrayList<>();
        private final Context context;
        private final UniEmitter<? super Run> whole;
        private final AtomicReference<@Nullable UniSubscription> current = new AtomicReference<>();
        private volatile Examination known;

        Running(Examination start, Context context, UniEmitter<? super Run> whole) {
            this.known = start;
            this.context = context;
            this.whole = whole;
        }

        void next() {
            while (reports.size() < plan.size()) {
                VerificationCheck check = plan.get(reports.size());
                Optional<String> missing = waitsInVainFor(check, reports);
                if (missing.isEmpty()) {
                    ask(check);
                    return;
                }
                reports.add(report(check, CheckResult.notRun("waits for " + missing.get() + ", which did not pass")));
            }
            whole.complete(new Run(known, List.copyOf(reports)));
        }

        private void ask(VerificationCheck check) {
            Uni<Examined> answer;
            try {
                answer = check.run(known);
            } catch (RuntimeException e) {
                onFailure(e);
                return;
            }
            answer.subscribe().withSubscriber(this);
        }

        void cancel() {
            UniSubscription running = current.get();
            if (running != null) {
                running.cancel();
            }
        }

        @Override
        public Context context() {
            return context;
        }

        @Override
        public void onSubscribe(UniSubscription subscription) {
            current.set(subscription);
        }

        @Override
        public void onItem(Examined examined) {
            known = examined.after();
            reports.add(report(plan.get(reports.size()), examined.result()));
            next();
        }

        @Override
        public void onFailure(Throwable failure) {
            onItem(broke(plan.get(reports.size()), failure, known));
        }
    }

    private static Optional<String> waitsInVainFor(VerificationCheck check, List<CheckReport> reports) {
        String first = null;
        for (String id : check.waitsFor()) {
            if (!letsOthersRun(id, reports) && (first == null || id.compareTo(first) < 0)) {
                first = id;
            }
        }
        return Optional.ofNullable(first);
    }

    private static boolean letsOthersRun(String id, List<CheckReport> reports) {
        for (CheckReport report : reports) {
            if (report.id().equals(id)) {
                return report.outcome().letsOthersRun();
            }
        }
        return false;
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
     * A run at its end.
     *
     * @param examination what is known
     * @param reports what the checks found
     */
    record Run(Examination examination, List<CheckReport> reports) {}
}
