package org.laurel.verifying.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Set;
import org.laurel.document.jsonld.CanonicalizationException;
import org.laurel.document.jsonld.RdfCanonicalizer;
import org.laurel.securing.proof.UnverifiedCredential;
import org.laurel.shared.work.Workers;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;

/** Has every word a meaning, given by contexts that are known here, so that a signature covers it? */
@Singleton
final class ContextsCheck extends Check {
    private static final Set<ProblemKind> OPEN = EnumSet.of(ProblemKind.UNKNOWN_CONTEXT, ProblemKind.TOO_MUCH);

    private final RdfCanonicalizer canonicalizer;
    private final Workers workers;

    ContextsCheck(RdfCanonicalizer canonicalizer, Workers workers) {
        super(
                "contexts",
                "Every word has a known meaning",
                "DI 1.0 §4.6; OB 3.0 Verification and Validation",
                true,
                Set.of("parse"));
        this.canonicalizer = canonicalizer;
        this.workers = workers;
    }

    @Override
    public Uni<Examined> run(Examination examination) {
        UnverifiedCredential credential = examination.credential();
        return workers.compute(() -> credential.once(
                        id(), () -> judge(credential.document().withoutProof().json())))
                .map(result -> new Examined(result, examination));
    }

    private CheckResult judge(ObjectNode document) {
        try {
            canonicalizer.check(document);
            return CheckResult.passed("");
        } catch (CanonicalizationException e) {
            return result(e, document);
        }
    }

    /** A context that we do not know, and a bound of ours, say nothing against the badge; all else does. */
    private static CheckResult result(CanonicalizationException fault, ObjectNode document) {
        Problem problem = new Problem(kind(fault, document), fault.detail(), fault.pointer());
        return OPEN.contains(problem.kind()) ? CheckResult.indeterminate(problem) : CheckResult.failed(problem);
    }

    private static ProblemKind kind(CanonicalizationException fault, ObjectNode document) {
        return switch (fault.kind()) {
            case UNKNOWN_CONTEXT ->
                document.at(fault.pointer()).isTextual() ? ProblemKind.UNKNOWN_CONTEXT : ProblemKind.INLINE_CONTEXT;
            case UNDEFINED_TERM -> ProblemKind.UNDEFINED_TERM;
            case CONTEXT_CONFLICT -> ProblemKind.CONTEXT_CONFLICT;
            case LIMIT -> ProblemKind.TOO_MUCH;
            case OTHER -> ProblemKind.NOT_CANONICAL;
        };
    }
}
