package org.laurel.securing.key;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.securing.crypto.SignatureAlgorithm;
import org.laurel.securing.crypto.VerificationKey;

/**
 * The public side of an issuer's key, as DID documents and key lists show it.
 *
 * @param number its row number, its name in the management API
 * @param controller the issuer's DID
 * @param algorithm what it signs with
 * @param publicKey the public half
 * @param state whether it signs
 * @param createdAt when it was made
 * @param retiredAt when it stopped signing, or null
 * @param revokedAt from when on it does not count, or null
 */
public record IssuerKey(
        long number,
        String controller,
        SignatureAlgorithm algorithm,
        VerificationKey publicKey,
        KeyState state,
        Instant createdAt,
        @Nullable Instant retiredAt,
        @Nullable Instant revokedAt) {

    /** The DID URL of its JsonWebKey method: the RFC 7638 thumbprint is the fragment. */
    public String jsonWebKeyId() {
        return controller + "#" + publicKey.thumbprint();
    }

    /** The DID URL of its Multikey method; RSA keys have none. */
    public String multikeyId() {
        return controller + "#" + publicKey.multikey();
    }
}
