package org.laurel.securing.crypto;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.KeySpec;
import org.laurel.shared.encoding.Base64Url;

/** Reads private keys written as JWK (RFC 7517 §9.3): throw-away keys for demonstrations and tests. */
public final class PrivateJwk {
    private PrivateJwk() {}

    /** The key pair of an Ed25519 or P-256 private JWK; throws IllegalArgumentException for others. */
    public static KeyPair keyPair(JsonNode jwk) {
        ObjectNode publicPart = ((ObjectNode) jwk).deepCopy();
        publicPart.remove("d");
        VerificationKey key = VerificationKey.ofJwk(publicPart);
        byte[] secret = Base64Url.decode(jwk.path("d").asText());
        try {
            PrivateKey privateKey =
                    CryptoProviders.keyFactory(key.type()).generatePrivate(spec(key.type(), key.jcaKey(), secret));
            return new KeyPair(key.jcaKey(), privateKey);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a usable private key", e);
        }
    }

    private static KeySpec spec(KeyType type, PublicKey publicKey, byte[] secret) {
        if (type == KeyType.ED25519) {
            return Ed25519Seed.keySpec(secret);
        }
        if (publicKey instanceof ECPublicKey ec) {
            return new ECPrivateKeySpec(new BigInteger(1, secret), ec.getParams());
        }
        throw new IllegalArgumentException("expected an Ed25519 or P-256 key, got " + type);
    }
}
