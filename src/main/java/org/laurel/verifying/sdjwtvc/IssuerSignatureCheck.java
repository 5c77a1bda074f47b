package org.laurel.verifying.sdjwtvc;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.securing.sdjwt.KeyBinding;
import org.laurel.securing.sdjwt.SdJwtException;
import org.laurel.securing.sdjwt.SdJwtFault;
import org.laurel.shared.work.Workers;
import org.laurel.verifying.check.Examination;
import org.laurel.verifying.check.Examined;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;

/** Does the issuer's signature hold, is every disclosure one that it signed, and does the key binding hold? */
final class IssuerSignatureCheck extends SdJwtVcCheck {
    private final Workers workers;

    IssuerSignatureCheck(Workers workers) {
        super("proof", "A proof holds: nothing was changed", "RFC 9901 §7.1, §7.3", true, Set.of("issuer"));
        this.workers = workers;
    }

    @Override
    Uni<Examined> judge(SdJwtVc credential, Examination examination) {
        Examination secured = examination.secured(
                examination.format(), credential.header().path("alg").asText(""));
        return workers.compute(() -> objection(credential, examination))
                .map(objection -> new Examined(
                        objection.map(IssuerSignatureCheck::result).orElse(CheckResult.passed("")), secured));
    }

    private static CheckResult result(Problem problem) {
        return problem.kind() == ProblemKind.PROOF_NOT_SUPPORTED
                ? CheckResult.indeterminate(problem)
                : CheckResult.failed(problem);
    }

    private static Optional<Problem> objection(SdJwtVc credential, Examination examination) {
        return IssuerSignature.objection(credential.disclosure().sdJwt().token(), issuer(credential), examination.now())
                .or(() -> problem(credential.disclosure().faultOrNull()))
                .or(() -> badKeyBinding(credential, examination));
    }

    private static Optional<Problem> badKeyBinding(SdJwtVc credential, Examination examination) {
        try {
            KeyBinding.check(credential.disclosure().sdJwt(), credential.claims(), examination.now());
            return Optional.empty();
        } catch (SdJwtException e) {
            return problem(e.fault());
        }
    }

    private static Optional<Problem> problem(@Nullable SdJwtFault fault) {
        return Optional.ofNullable(fault).map(known -> Problem.of(kind(known.kind()), known.detail()));
    }

    private static ProblemKind kind(SdJwtFault.Kind kind) {
        return switch (kind) {
            case MALFORMED -> ProblemKind.MALFORMED_PROOF;
            case CHANGED -> ProblemKind.BAD_SIGNATURE;
            case NOT_SUPPORTED -> ProblemKind.PROOF_NOT_SUPPORTED;
            case NOT_THE_HOLDER -> ProblemKind.SHOWN_BY_ANOTHER;
            case OUT_OF_TIME -> ProblemKind.PROOF_OUT_OF_TIME;
        };
    }
}
