package org.laurel.securing.proof;

import java.time.Instant;
import java.util.List;
import org.laurel.securing.did.VerificationMethod;

/** Checks proofs of one family; pure, CPU-bound, to be called off the event loop. Found through CDI. */
public interface ProofVerifier {

    /** The family. */
    ProofFormat format();

    /** The proofs of this family that the credential carries, in order; empty when there are none. Never throws. */
    List<ProofClaim> claims(UnverifiedCredential credential);

    /**
     * Checks one of the claims with the key that was resolved for it.
     *
     * @param credential the credential that carries the claim
     * @param claim one of {@link #claims}, without refusal
     * @param method the resolved key; that it belongs to the issuer is judged elsewhere
     * @param now the time of judgement, for the proof's own dates
     */
    ProofOutcome verify(UnverifiedCredential credential, ProofClaim claim, VerificationMethod method, Instant now);
}
