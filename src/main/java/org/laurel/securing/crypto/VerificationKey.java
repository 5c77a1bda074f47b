package org.laurel.securing.crypto;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.PublicKey;

/** A public key, in each of the forms that documents write it in. */
public final class VerificationKey {

    private VerificationKey() {}

    /** Reads a Multikey, base58btc (CID 1.0 §2.2.2). Throws IllegalArgumentException with a sentence for people. */
    public static VerificationKey ofMultikey(String multikey) {
        throw new UnsupportedOperationException(multikey);
    }

    /** Reads a public JWK (RFC 7517); refuses private members. Throws IllegalArgumentException with a sentence for people. */
    public static VerificationKey ofJwk(JsonNode jwk) {
        throw new UnsupportedOperationException(jwk.toString());
    }

    /** Wraps a JCA public key of a known kind. */
    public static VerificationKey of(PublicKey key) {
        throw new UnsupportedOperationException(key.getAlgorithm());
    }

    /** What kind of key it is. */
    public KeyType type() {
        throw new UnsupportedOperationException();
    }

    /** The key as JCA knows it. */
    public PublicKey jcaKey() {
        throw new UnsupportedOperationException();
    }

    /** The Multikey form, {@code z6Mk…}, {@code zDn…}, {@code z82…}; an RSA key has none and throws IllegalStateException. */
    public String multikey() {
        throw new UnsupportedOperationException();
    }

    /** The public JWK with {@code kty} and the key's parameters and nothing else; a fresh tree each time. */
    public ObjectNode jwk() {
        throw new UnsupportedOperationException();
    }

    /** The RFC 7638 SHA-256 thumbprint, base64url. */
    public String thumbprint() {
        throw new UnsupportedOperationException();
    }
}
