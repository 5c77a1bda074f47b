package org.laurel.securing.proof;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a proof held. Exactly one of the two is there.
 *
 * @param verifiedOrNull the proof that held
 * @param refusalOrNull why it did not
 */
public record ProofOutcome(
        @Nullable VerifiedProof verifiedOrNull, @Nullable ProofRefusal refusalOrNull) {

    /** The proof held. */
    public static ProofOutcome held(VerifiedProof proof) {
        return new ProofOutcome(proof, null);
    }

    /** The proof did not hold. */
    public static ProofOutcome refused(ProofRefusal refusal) {
        return new ProofOutcome(null, refusal);
    }

    /** The proof that held. */
    public Optional<VerifiedProof> verified() {
        return Optional.ofNullable(verifiedOrNull);
    }

    /** Why it did not hold. */
    public Optional<ProofRefusal> refusal() {
        return Optional.ofNullable(refusalOrNull);
    }
}
