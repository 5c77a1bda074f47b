package org.laurel.verifying.check;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.laurel.securing.proof.VerifiedProof;
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
        List<Problem> objections = new ArrayList<>();
        List<VerifiedProof> good = new ArrayList<>();
        for (VerifiedProof proof : examination.proofs()) {
            Ownership.objection(examination.issuer(), proof, examination.now())
                    .ifPresentOrElse(
                            detail -> objections.add(new Problem(
                                    ProblemKind.NOT_THE_ISSUERS_KEY,
                                    detail,
                                    proof.claim().pointer())),
                            () -> good.add(proof));
        }
        CheckResult result = good.isEmpty()
                ? new CheckResult(CheckOutcome.FAILED, "", objections)
                : revokedSince(good, examination)
                        .orElse(CheckResult.passed(
                                objections.isEmpty()
                                        ? ""
                                        : "another proof holds too, by a key that is not the issuer's"));
        return now(result, examination);
    }

    /** A proof by a key that nobody revoked says more than one by a key that somebody may have stolen. */
    private static Optional<CheckResult> revokedSince(List<VerifiedProof> good, Examination examination) {
        List<Problem> revoked = good.stream()
                .flatMap(proof -> Ownership.revoked(examination.issuer(), proof, examination.now()).stream()
                        .map(when -> new Problem(
                                ProblemKind.KEY_REVOKED_SINCE,
                                "the key was revoked at " + when + "; the proof says that it is older",
                                proof.claim().pointer())))
                .toList();
        return revoked.size() < good.size()
                ? Optional.empty()
                : Optional.of(new CheckResult(CheckOutcome.WARNING, "", revoked));
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
