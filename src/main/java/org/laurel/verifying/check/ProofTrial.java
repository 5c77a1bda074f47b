package org.laurel.verifying.check;

import org.jspecify.annotations.Nullable;
import org.laurel.securing.proof.ProofClaim;
import org.laurel.securing.proof.VerifiedProof;
import org.laurel.verifying.report.Problem;

/**
 * What came of one proof.
 *
 * @param claim what it said of itself
 * @param verified the proof, when it held
 * @param problem why it did not, otherwise
 * @param open whether the question is left open
 */
record ProofTrial(
        ProofClaim claim,
        @Nullable VerifiedProof verified,
        @Nullable Problem problem,
        boolean open) {

    static ProofTrial held(ProofClaim claim, VerifiedProof proof) {
        return new ProofTrial(claim, proof, null, false);
    }

    static ProofTrial refused(ProofClaim claim, Problem problem, boolean open) {
        return new ProofTrial(claim, null, problem, open);
    }
}
