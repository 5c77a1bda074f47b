package org.laurel.securing.proof;

import org.laurel.securing.did.VerificationMethod;

/** A proof that held: what it covered, and with which key. Made only by {@link ProofVerifier}s (an ArchUnit rule holds that). */
public record VerifiedProof(UnverifiedCredential credential, ProofClaim claim, VerificationMethod method) {}
