package org.laurel.verifying.check;

import java.time.Instant;
import java.util.Optional;
import org.laurel.securing.did.DidDocument;
import org.laurel.securing.did.VerificationMethod;
import org.laurel.securing.proof.VerifiedProof;

/** Whether a key is an issuer's own, to sign credentials with (DI 1.0 §4.4, CID 1.0 §3.3, OB 3.0 §8.2). */
final class Ownership {

    private Ownership() {}

    /** Why the key does not count as the issuer's; empty when it does. */
    static Optional<String> objection(DidDocument signer, VerifiedProof proof, Instant now) {
        VerificationMethod method = proof.method();
        String purpose = proof.claim().purpose();
        return method.id().startsWith("did:") ? byId(signer, method, purpose) : byKey(signer, method, purpose, now);
    }

    /** A key named by a DID URL counts as the one that the issuer's document has under exactly this id. */
    private static Optional<String> byId(DidDocument issuer, VerificationMethod method, String purpose) {
        if (!issuer.id().equals(method.controller())
                || issuer.method(method.id())
                        .filter(own -> own.key().equals(method.key()))
                        .isEmpty()) {
            return Optional.of("the key " + method.id() + " does not belong to " + issuer.id());
        }
        return may(issuer, method.id(), purpose)
                ? Optional.empty()
                : Optional.of(issuer.id() + " does not list the key " + method.id() + " under " + purpose);
    }

    /** A key that came with the credential, or from a URL, counts when the issuer publishes the same key. */
    private static Optional<String> byKey(DidDocument issuer, VerificationMethod method, String purpose, Instant now) {
        boolean published = issuer.methods().stream()
                .filter(own -> own.key().equals(method.key()))
                .filter(own -> may(issuer, own.id(), purpose))
                .anyMatch(own -> lives(own, now));
        return published
                ? Optional.empty()
                : Optional.of("the key is not among those that " + issuer.id() + " publishes");
    }

    private static boolean may(DidDocument signer, String id, String purpose) {
        return purpose.equals("authentication") ? signer.mayAuthenticate(id) : signer.mayAssert(id);
    }

    private static boolean lives(VerificationMethod method, Instant now) {
        Instant revoked = method.revoked();
        Instant expires = method.expires();
        return (revoked == null || now.isBefore(revoked)) && (expires == null || now.isBefore(expires));
    }
}
