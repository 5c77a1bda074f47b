package org.laurel.verifying.check;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.laurel.verifying.report.CheckOutcome;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;

/** Was the proof that holds made with a key of the issuer, one for signing credentials? */
@Singleton
final class IssuerKeyCheck extends Check {

    IssuerKeyCheck() {
        super(
                "issuer-key",
                "The key that signed is the issuer's own",
                "OB 3.0 §8.2, §8.3; CID 1.0 §3.3",
                true,
                Set.of("issuer", "proof"));
    }

    @Override
    public Uni<Examined> run(Examination examination) {
        if (examination.credential().isUnsignedPresentation()) {
            return now(CheckResult.skipped("nobody signed the presentation itself"), examination);
        }
        List<Problem> objections = examination.proofs().stream()
                .flatMap(proof -> Ownership.objection(examination.issuer(), proof, examination.now())
                        .map(detail -> new Problem(
                                ProblemKind.NOT_THE_ISSUERS_KEY,
                                detail,
                                proof.claim().pointer()))
                        .stream())
                .toList();
        boolean one = objections.size() < examination.proofs().size();
        return now(one ? CheckResult.passed("") : new CheckResult(CheckOutcome.FAILED, "", objections), examination);
    }

    /** Whether the credential that an examination is about carries a proof by the issuer; for status lists. */
    static Optional<String> objection(Examination examination, List<ProofTrial> trials) {
        return trials.stream()
                        .flatMap(trial -> Optional.ofNullable(trial.verified()).stream())
                        .anyMatch(proof -> Ownership.objection(examination.issuer(), proof, examination.now())
                                .isEmpty())
                ? Optional.empty()
                : Optional.of("no proof of the list holds with a key of the issuer");
    }
}
