package org.laurel.securing.did;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.securing.crypto.VerificationKey;

/**
 * A public key as a DID document gives it (CID 1.0 §2.2).
 *
 * @param id its absolute DID URL
 * @param controller who controls it
 * @param type {@code Multikey}, {@code JsonWebKey}, or a legacy name
 * @param key the key
 * @param expires proofs made at or after this time do not count; null when not set
 * @param revoked proofs made at or after this time do not count; null when not set
 */
public record VerificationMethod(
        String id,
        String controller,
        String type,
        VerificationKey key,
        @Nullable Instant expires,
        @Nullable Instant revoked) {
    /** The end of the year 9999, in seconds since 1970. */
    private static final long LATEST = 253_402_300_799L;

    /**
     * The key that a JSON Web Key publishes. Its {@code exp}, seconds since 1970, ends it (OpenID Federation 1.0 §8.7.2
     * registers the member; RFC 7517 §4 lets others pass it over, who then take a key for good that its owner ended).
     *
     * @throws IllegalArgumentException when it is of a kind that is not supported, or {@code exp} is no time
     */
    public static VerificationMethod ofJwk(String id, String controller, JsonNode jwk) {
        return new VerificationMethod(
                id, controller, "JsonWebKey", VerificationKey.ofJwk(jwk), end(jwk.path("exp")), null);
    }

    /** The same key under another name. */
    public VerificationMethod named(String other) {
        return new VerificationMethod(other, controller, type, key, expires, revoked);
    }

    private static @Nullable Instant end(JsonNode exp) {
        if (exp.isMissingNode()) {
            return null;
        }
        if (!exp.isNumber() || exp.doubleValue() < 0 || exp.doubleValue() > LATEST) {
            throw new IllegalArgumentException("exp of the key is no time");
        }
        return Instant.ofEpochSecond(exp.longValue());
    }
}
