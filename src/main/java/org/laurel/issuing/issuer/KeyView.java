package org.laurel.issuing.issuer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.securing.key.IssuerKey;

/**
 * The public side of a key, as the management API shows it.
 *
 * @param id its number
 * @param algorithm its JOSE name
 * @param state {@code active}, {@code retired} or {@code compromised}
 * @param kid the {@code kid} of VC-JWTs signed with it
 * @param publicKeyJwk the public half
 * @param createdAt when it was made
 * @param retiredAt when it stopped signing
 */
record KeyView(
        String id,
        String algorithm,
        String state,
        String kid,
        ObjectNode publicKeyJwk,
        Instant createdAt,
        @Nullable Instant retiredAt) {

    static KeyView of(IssuerKey key) {
        return new KeyView(
                Long.toString(key.number()),
                key.algorithm().joseName(),
                key.state().name().toLowerCase(java.util.Locale.ROOT),
                key.jsonWebKeyId(),
                key.publicKey().jwk(),
                key.createdAt(),
                key.retiredAt());
    }
}
