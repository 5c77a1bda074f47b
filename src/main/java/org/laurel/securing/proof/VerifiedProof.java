package org.laurel.securing.proof;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.securing.did.VerificationMethod;

/**
 * A proof that held. Made only by {@link ProofVerifier}s (an ArchUnit rule holds that).
 *
 * @param credential what it covered
 * @param claim what it says of itself
 * @param method the key that made it
 * @param made when it says it was made; null when it does not
 */
public record VerifiedProof(
        UnverifiedCredential credential,
        ProofClaim claim,
        VerificationMethod method,
        @Nullable Instant made) {}
