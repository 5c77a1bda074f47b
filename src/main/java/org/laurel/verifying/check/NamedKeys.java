package org.laurel.verifying.check;

import static org.laurel.verifying.report.ProblemKind.ISSUER_OUT_OF_REACH;
import static org.laurel.verifying.report.ProblemKind.KEY_NOT_FOUND;
import static org.laurel.verifying.report.ProblemKind.KEY_OUT_OF_REACH;
import static org.laurel.verifying.report.ProblemKind.MALFORMED_PROOF;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.laurel.securing.did.DidDocument;
import org.laurel.securing.did.VerificationMethod;
import org.laurel.securing.proof.ProofClaim;

/** Finds the key that a proof names; whose key it is, is another question. */
@Singleton
final class NamedKeys {
    /** The id of a key that stood in the JOSE header itself. */
    static final String IN_HEADER = "";

    private final IssuerKeys issuers;
    private final OriginKeys origins;

    NamedKeys(IssuerKeys issuers, OriginKeys origins) {
        this.issuers = issuers;
        this.origins = origins;
    }

    /**
     * The key; fails with {@link KeyException}.
     *
     * @param signer the signer's keys where they are known already
     */
    Uni<VerificationMethod> of(ProofClaim claim, String issuerId, @Nullable DidDocument signer) {
        String named = claim.verificationMethod();
        if (named == null) {
            return inHeader(claim.proof().path("jwk"));
        }
        String id = named.startsWith("#") ? issuerId + named : named;
        return id.startsWith("did:") ? inDidDocument(id, signer) : atUrl(id, issuerId);
    }

    private Uni<VerificationMethod> inDidDocument(String id, @Nullable DidDocument signer) {
        int end = id.indexOf('#');
        String did = end < 0 ? id : id.substring(0, end);
        Uni<DidDocument> known =
                signer != null && signer.id().equals(did) ? Uni.createFrom().item(signer) : issuers.of(did);
        return known.chain(document ->
                        found(document.method(id).orElse(null), "the DID document of the key has no such key"))
                .onFailure(KeyException.class)
                .transform(failure -> ofKey(failure));
    }

    private Uni<VerificationMethod> atUrl(String id, String issuerId) {
        if (!id.startsWith("https://") && !id.startsWith("http://")) {
            return failure(KeyException.wrong(KEY_NOT_FOUND, "the key is named by neither a DID URL nor an https URL"));
        }
        return origins.single(id, issuerId);
    }

    private static Uni<VerificationMethod> inHeader(JsonNode jwk) {
        if (!jwk.isObject()) {
            return failure(KeyException.wrong(MALFORMED_PROOF, "the proof names no key"));
        }
        try {
            return Uni.createFrom().item(VerificationMethod.ofJwk(IN_HEADER, "", jwk));
        } catch (IllegalArgumentException e) {
            return failure(KeyException.wrong(MALFORMED_PROOF, "the jwk of the header: " + e.getMessage()));
        }
    }

    private static Uni<VerificationMethod> found(@Nullable VerificationMethod method, String otherwise) {
        return method == null
                ? failure(KeyException.wrong(KEY_NOT_FOUND, otherwise))
                : Uni.createFrom().item(method);
    }

    private static KeyException ofKey(KeyException failure) {
        boolean away = failure.problem("").kind() == ISSUER_OUT_OF_REACH;
        return away ? KeyException.open(KEY_OUT_OF_REACH, String.valueOf(failure.getMessage())) : failure;
    }

    private static Uni<VerificationMethod> failure(KeyException failure) {
        return Uni.createFrom().failure(failure);
    }
}
