package org.laurel.verifying.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
    private static final String CARRIED = "verifiableCredential";
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
        return workers.compute(() -> credential.once(id(), () -> judge(stated(credential))))
                .map(result -> new Examined(result, examination));
    }

    /** What a JWT in a presentation says is no statement of the presentation, where no signature needs to cover it as one. */
    private static ObjectNode stated(UnverifiedCredential credential) {
        ObjectNode document = credential.document().withoutProof().json();
        JsonNode carried = document.path(CARRIED);
        boolean graph =
                credential.payload() == null && credential.document().json().has("proof");
        if (graph || !credential.document().isPresentation() || carried.isMissingNode()) {
            return document;
        }
        ObjectNode stated = document.deepCopy();
        ArrayNode others = stated.putArray(CARRIED);
        Placed.each(carried, "").stream()
                .map(Placed::json)
                .filter(one -> !one.isTextual())
                .forEach(others::add);
        return stated;
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
