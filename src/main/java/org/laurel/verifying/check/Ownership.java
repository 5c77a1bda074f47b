package org.laurel.verifying.check;

import java.time.Instant;
import java.util.Optional;
import org.laurel.securing.did.DidDocument;
import org.laurel.securing.did.VerificationMethod;

/** Whether a key is an issuer's own, to sign credentials with (DI 1.0 §4.4, CID 1.0 §3.3, OB 3.0 §8.2). */
final class Ownership {

    private Ownership() {}

    /** Why the key does not count as the issuer's; empty when it does. */
    static Optional<String> objection(DidDocument issuer, VerificationMethod method, Instant now) {
        return method.id().startsWith("did:") ? byId(issuer, method) : byKey(issuer, method, now);
    }

    /** A key named by a DID URL counts as the one that the issuer's document has under exactly this id. */
    private static Optional<String> byId(DidDocument issuer, VerificationMethod method) {
        if (!issuer.id().equals(method.controller())
                || issuer.method(method.id())
                        .filter(own -> own.key().equals(method.key()))
                        .isEmpty()) {
            return Optional.of("the key " + method.id() + " does not belong to the issuer " + issuer.id());
        }
        return issuer.mayAssert(method.id())
                ? Optional.empty()
                : Optional.of("the issuer does not list the key " + method.id() + " under assertionMethod");
    }

    /** A key that came with the credential, or from a URL, counts when the issuer publishes the same key. */
    private static Optional<String> byKey(DidDocument issuer, VerificationMethod method, Instant now) {
        boolean published = issuer.methods().stream()
                .filter(own -> own.key().equals(method.key()))
                .filter(own -> issuer.mayAssert(own.id()))
                .anyMatch(own -> lives(own, now));
        return published ? Optional.empty() : Optional.of("the key is not among those that the issuer publishes");
    }

    private static boolean lives(VerificationMethod method, Instant now) {
        Instant revoked = method.revoked();
        Instant expires = method.expires();
        return (revoked == null || now.isBefore(revoked)) && (expires == null || now.isBefore(expires));
    }
}
