package org.laurel.securing.crypto;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.KeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import org.laurel.shared.encoding.Hex;

/** Builds keys from their parameters, each checked. */
final class PublicKeys {
    /** What precedes the 32 bytes in a SubjectPublicKeyInfo (RFC 8410 §4). */
    private static final byte[] ED25519_INFO = Hex.decode("302a300506032b6570032100");

    private static final int MIN_RSA_BITS = 2048;
    private static final int MAX_RSA_BITS = 4096;
    private static final BigInteger MIN_EXPONENT = BigInteger.valueOf(65537);
    private static final BigInteger MAX_EXPONENT = BigInteger.ONE.shiftLeft(32);

    private PublicKeys() {}

    static VerificationKey ed25519(byte[] bytes) {
        Ed25519Point.check(bytes);
        byte[] info = Arrays.copyOf(ED25519_INFO, ED25519_INFO.length + bytes.length);
        System.arraycopy(bytes, 0, info, ED25519_INFO.length, bytes.length);
        return new VerificationKey(
                KeyType.ED25519, generate(KeyType.ED25519, new X509EncodedKeySpec(info)), bytes.clone());
    }

    static VerificationKey ec(NistCurve curve, ECPoint point) {
        ECPoint checked = curve.checked(point);
        PublicKey key = generate(curve.keyType(), new ECPublicKeySpec(checked, curve.parameters()));
        return new VerificationKey(curve.keyType(), key, curve.compress(checked));
    }

    static VerificationKey rsa(BigInteger modulus, BigInteger exponent) {
        int bits = modulus.bitLength();
        if (bits < MIN_RSA_BITS || bits > MAX_RSA_BITS || !modulus.testBit(0)) {
            throw new IllegalArgumentException("an RSA key must have 2048 to 4096 bits; this one has " + bits);
        }
        if (exponent.compareTo(MIN_EXPONENT) < 0 || exponent.compareTo(MAX_EXPONENT) > 0 || !exponent.testBit(0)) {
            throw new IllegalArgumentException("an RSA exponent must be odd and lie between 65537 and 2^32");
        }
        PublicKey key = generate(KeyType.RSA, new RSAPublicKeySpec(modulus, exponent));
        return new VerificationKey(KeyType.RSA, key, key.getEncoded());
    }

    static byte[] ed25519Bytes(PublicKey key) {
        byte[] info = key.getEncoded();
        if (info == null
                || info.length != ED25519_INFO.length + 32
                || !Arrays.equals(info, 0, ED25519_INFO.length, ED25519_INFO, 0, ED25519_INFO.length)) {
            throw new IllegalArgumentException("keys of the kind " + key.getAlgorithm() + " are not supported");
        }
        return Arrays.copyOfRange(info, ED25519_INFO.length, info.length);
    }

    private static PublicKey generate(KeyType type, KeySpec spec) {
        try {
            return CryptoProviders.keyFactory(type).generatePublic(spec);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the key is not acceptable: " + e.getMessage(), e);
        }
    }
}
