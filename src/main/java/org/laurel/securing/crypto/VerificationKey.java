package org.laurel.securing.crypto;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A public key, in each of the forms that documents write it in. Two are equal when they are the same key. */
public final class VerificationKey {
    private final KeyType type;
    private final PublicKey jcaKey;
    /** What tells it from others of its type: the 32 bytes, the compressed point, or the RSA key's DER. */
    private final byte[] material;
    /** Worked out when it is first asked for: it takes a square root, and every VC-JWT that a key signs names it. */
    private @Nullable String thumbprint;

    VerificationKey(KeyType type, PublicKey jcaKey, byte[] material) {
        this.type = type;
        this.jcaKey = jcaKey;
        this.material = material;
    }

    /** Reads a Multikey, base58btc (CID 1.0 §2.2.2). Throws IllegalArgumentException with a sentence for people. */
    public static VerificationKey ofMultikey(String multikey) {
        return Multikeys.read(multikey);
    }

    /**
     * Reads a public JWK (RFC 7517, RFC 7518 §6, RFC 8037). Coordinates must have their full length, points must be on
     * their curve, RSA keys must have 2048 to 4096 bits and an exponent from 65537 to 2³².
     *
     * @throws IllegalArgumentException with a sentence for people; also for a private or secret key
     */
    public static VerificationKey ofJwk(JsonNode jwk) {
        return Jwks.read(jwk);
    }

    /**
     * Reads a public key as PEM (RFC 7468 §13), or as an older {@code RSA PUBLIC KEY}; the same bounds as for a JWK.
     *
     * @throws IllegalArgumentException with a sentence for people
     */
    public static VerificationKey ofPem(String pem) {
        return PemKeys.read(pem);
    }

    /** Wraps a JCA public key of a known kind; throws IllegalArgumentException for others. */
    public static VerificationKey of(PublicKey key) {
        if (key instanceof ECPublicKey ec) {
            return PublicKeys.ec(NistCurve.of(ec), ec.getW());
        }
        if (key instanceof RSAPublicKey rsa) {
            return PublicKeys.rsa(rsa.getModulus(), rsa.getPublicExponent());
        }
        return PublicKeys.ed25519(PublicKeys.ed25519Bytes(key));
    }

    /** What kind of key it is. */
    public KeyType type() {
        return type;
    }

    /** The key as JCA knows it. */
    public PublicKey jcaKey() {
        return jcaKey;
    }

    /** The Multikey form, {@code z6Mk…}, {@code zDn…}, {@code z82…}; an RSA key has none and throws IllegalStateException. */
    public String multikey() {
        return Multikeys.write(type, material);
    }

    /** The public JWK with {@code kty} and the key's parameters and nothing else; a fresh tree each time. */
    public ObjectNode jwk() {
        return Jwks.write(this);
    }

    /** The RFC 7638 SHA-256 thumbprint, base64url. */
    public String thumbprint() {
        String known = thumbprint;
        if (known == null) {
            known = Jwks.thumbprint(jwk());
            thumbprint = known;
        }
        return known;
    }

    byte[] material() {
        return material;
    }

    BigInteger modulus() {
        return ((RSAPublicKey) jcaKey).getModulus();
    }

    BigInteger exponent() {
        return ((RSAPublicKey) jcaKey).getPublicExponent();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerificationKey that && type == that.type && Arrays.equals(material, that.material);
    }

    @Override
    public int hashCode() {
        return 31 * type.hashCode() + Arrays.hashCode(material);
    }

    @Override
    public String toString() {
        return type + " " + thumbprint();
    }
}
