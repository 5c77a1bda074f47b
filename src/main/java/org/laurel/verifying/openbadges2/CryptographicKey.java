package org.laurel.verifying.openbadges2;

import com.fasterxml.jackson.databind.JsonNode;
import org.laurel.securing.crypto.UnsupportedKeyException;
import org.laurel.securing.crypto.VerificationKey;
import org.laurel.verifying.report.ProblemKind;

/**
 * A key and whose it says it is (OB 2.0, CryptographicKey).
 *
 * @param id its address
 * @param owner the id of the profile that owns it; empty when it names none
 * @param key the key
 */
record CryptographicKey(String id, String owner, VerificationKey key) {

    /** Reads one, as PEM or as a JWK; throws {@link PartException} when there is no key in it that can be used. */
    static CryptographicKey of(JsonNode document, String id) throws PartException {
        try {
            return new CryptographicKey(id, Texts.iri(document.path("owner")), key(document));
        } catch (UnsupportedKeyException e) {
            throw PartException.open(ProblemKind.PROOF_NOT_SUPPORTED, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw PartException.wrong(ProblemKind.WRONG_KEY_TYPE, "the key " + id + ": " + e.getMessage());
        }
    }

    private static VerificationKey key(JsonNode document) {
        if (document.path("publicKeyPem").isTextual()) {
            return VerificationKey.ofPem(document.path("publicKeyPem").textValue());
        }
        JsonNode jwk = document.path("publicKeyJwk");
        if (!jwk.isObject()) {
            throw new IllegalArgumentException("expected publicKeyPem, a text, or publicKeyJwk, an object");
        }
        return VerificationKey.ofJwk(jwk);
    }
}
