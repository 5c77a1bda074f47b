package org.laurel.verifying.check;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.laurel.securing.proof.ProofClaim;
import org.laurel.securing.proof.ProofRefusal;
import org.laurel.securing.proof.UnverifiedCredential;
import org.laurel.securing.proof.VerifiedProof;
import org.laurel.verifying.report.CheckOutcome;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;

/** Is there a proof that holds? Any one is enough; every other that does not hold is told. */
@Singleton
final class ProofCheck extends Check {
    private final ProofJudge judge;

    ProofCheck(ProofJudge judge) {
        super(
                "proof",
                "A proof holds: nothing was changed",
                "OB 3.0 §8; DI 1.0 §4.4; RFC 7515 §5.2",
                true,
                Set.of("parse", "contexts"));
        this.judge = judge;
    }

    @Override
    public Uni<Examined> run(Examination examination) {
        UnverifiedCredential credential = examination.credential();
        if (credential.isUnsignedPresentation()) {
            return now(
                    CheckResult.skipped("nobody signed the presentation itself; what is in it is judged"), examination);
        }
        return judge.judge(credential, examination.issuerOrNull(), examination.now())
                .map(trials -> examined(examination, trials));
    }

    private static Examined examined(Examination examination, List<ProofTrial> trials) {
        boolean broken = trials.stream().anyMatch(ProofCheck::breaksChain);
        List<VerifiedProof> held = trials.stream()
                .filter(trial -> !broken)
                .map(ProofTrial::verified)
                .filter(Objects::nonNull)
                .toList();
        Examination after = trials.stream()
                .filter(trial -> held.isEmpty() || trial.verified() != null)
                .findFirst()
                .map(trial -> examination.secured(
                        format(trial.claim(), examination), trial.claim().suite()))
                .orElse(examination)
                .with(held);
        return new Examined(result(trials, held.size()), after);
    }

    /** A chain without one of its links fails as a whole (DI 1.0 §4.5). */
    private static boolean breaksChain(ProofTrial trial) {
        ProofRefusal refusal = trial.claim().refusal();
        return refusal != null && refusal.code() == ProofRefusal.Code.BROKEN_CHAIN;
    }

    private static CheckResult result(List<ProofTrial> trials, int held) {
        List<Problem> problems = trials.stream()
                .map(ProofTrial::problem)
                .filter(Objects::nonNull)
                .toList();
        if (held > 0) {
            return problems.isEmpty()
                    ? CheckResult.passed("")
                    : new CheckResult(CheckOutcome.WARNING, held + " of " + trials.size() + " proofs hold", problems);
        }
        if (trials.isEmpty()) {
            return CheckResult.failed(
                    Problem.of(ProblemKind.NO_PROOF, "expected a proof, or a JWT around the credential"));
        }
        boolean open = trials.stream().allMatch(ProofTrial::open);
        return new CheckResult(open ? CheckOutcome.INDETERMINATE : CheckOutcome.FAILED, "", problems);
    }

    /** A JWT with the credential in {@code vc} is the older form (VCDM 1.1 §6.3.1). */
    private static String format(ProofClaim claim, Examination examination) {
        var payload = examination.credential().payload();
        if (payload == null) {
            return claim.format().reportName();
        }
        boolean presentation = examination.credential().document().isPresentation();
        if (payload.has("vc") || payload.has("vp")) {
            return presentation ? "jwt_vp" : "jwt_vc";
        }
        return presentation
                ? claim.format().reportName().replaceFirst("^vc", "vp")
                : claim.format().reportName();
    }
}
