package org.laurel.verifying.check;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.laurel.securing.did.DidDocument;
import org.laurel.securing.did.VerificationMethod;
import org.laurel.securing.proof.ProofRefusal;
import org.laurel.securing.proof.ProofTimes;
import org.laurel.securing.proof.VerifiedProof;

/** Whether a key is an issuer's own, to sign credentials with (DI 1.0 §4.4, CID 1.0 §3.3, OB 3.0 §8.2). */
final class Ownership {

    private Ownership() {}

    /** Why the key does not count as the issuer's; empty when it does. */
    static Optional<String> objection(DidDocument signer, VerifiedProof proof, Instant now) {
        VerificationMethod method = proof.method();
        String purpose = proof.claim().purpose();
        return method.id().startsWith("did:") ? byId(signer, method, purpose) : byKey(signer, proof, now);
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
    private static Optional<String> byKey(DidDocument issuer, VerifiedProof proof, Instant now) {
        List<VerificationMethod> same = issuer.methods().stream()
                .filter(own -> own.key().equals(proof.method().key()))
                .filter(own -> own.controller().equals(issuer.id()))
                .filter(own -> may(issuer, own.id(), proof.claim().purpose()))
                .toList();
        List<ProofRefusal> refusals = same.stream()
                .flatMap(own -> ProofTimes.refusal(proof.made(), own, now, "").stream())
                .toList();
        if (refusals.size() < same.size()) {
            return Optional.empty();
        }
        return Optional.of(
                refusals.isEmpty()
                        ? "the key is not among those that " + issuer.id() + " publishes"
                        : refusals.get(0).detail());
    }

    /** When a key that counts was revoked, if it has been: the proof says that it is older, and whoever had the key could. */
    static Optional<Instant> revoked(DidDocument issuer, VerifiedProof proof, Instant now) {
        return issuer.methods().stream()
                .filter(own -> own.key().equals(proof.method().key()))
                .flatMap(own -> Stream.ofNullable(own.revoked()))
                .filter(revoked -> !now.isBefore(revoked))
                .findFirst();
    }

    private static boolean may(DidDocument signer, String id, String purpose) {
        return purpose.equals("authentication") ? signer.mayAuthenticate(id) : signer.mayAssert(id);
    }
}
