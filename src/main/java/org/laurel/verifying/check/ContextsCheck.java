package org.laurel.verifying.check;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;
import org.laurel.shared.work.Workers;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;

/** Has every word a meaning, given by contexts that are known here? */
@Singleton
final class ContextsCheck extends Check {
    private final TermCheck terms;
    private final Workers workers;

    ContextsCheck(TermCheck terms, Workers workers) {
        super("contexts", "Every word has a known meaning", "DI 1.0 §4.6; OB 3.0 §9.1", true, Set.of("parse"));
        this.terms = terms;
        this.workers = workers;
    }

    @Override
    public Uni<Examined> run(Examination examination) {
        return workers.compute(() -> terms.problem(examination
                                .credential()
                                .document()
                                .withoutProof()
                                .json())
                        .map(ContextsCheck::result)
                        .orElseGet(() -> CheckResult.passed("")))
                .map(result -> new Examined(result, examination));
    }

    /** A context that we do not know says nothing against the badge; all else does. */
    private static CheckResult result(Problem problem) {
        return problem.kind() == ProblemKind.UNKNOWN_CONTEXT
                ? CheckResult.indeterminate(problem)
                : CheckResult.failed(problem);
    }
}
