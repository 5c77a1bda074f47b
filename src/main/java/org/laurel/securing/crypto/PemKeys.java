package org.laurel.securing.crypto;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;

/** The PEM form of public keys: {@code PUBLIC KEY} (RFC 7468 §13), and the older {@code RSA PUBLIC KEY} (RFC 8017 A.1.1). */
final class PemKeys {
    /** An RSA key of 4096 bits takes about 800 characters. */
    private static final int MAX_LENGTH = 4096;

    private static final Pattern ARMOUR = Pattern.compile(
            "\\s*-----BEGIN (RSA )?PUBLIC KEY-----([A-Za-z0-9+/=\\s]{1,4096})-----END (?:RSA )?PUBLIC KEY-----\\s*");
    private static final Pattern SPACE = Pattern.compile("\\s");
    private static final List<KeyType> TYPES = List.of(KeyType.RSA, KeyType.P256, KeyType.ED25519);

    private PemKeys() {}

    static VerificationKey read(String pem) {
        Matcher armour = ARMOUR.matcher(pem);
        if (pem.length() > MAX_LENGTH || !armour.matches()) {
            throw new IllegalArgumentException("expected one public key as PEM, between BEGIN and END PUBLIC KEY");
        }
        byte[] der = decode(armour.group(2));
        return armour.group(1) == null ? subjectPublicKeyInfo(der) : rsa(der);
    }

    private static byte[] decode(String text) {
        try {
            return Base64.getDecoder().decode(SPACE.matcher(text).replaceAll(""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the PEM is not base64: " + e.getMessage(), e);
        }
    }

    private static VerificationKey subjectPublicKeyInfo(byte[] der) {
        for (KeyType type : TYPES) {
            PublicKey key;
            try {
                key = CryptoProviders.keyFactory(type).generatePublic(new X509EncodedKeySpec(der));
            } catch (GeneralSecurityException | RuntimeException e) {
                continue; // a key of another type, which the next one reads
            }
            return VerificationKey.of(key);
        }
        throw new UnsupportedKeyException(
                "the PEM is of a kind that is not supported; RSA, EC P-256 and P-384, and Ed25519 are");
    }

    private static VerificationKey rsa(byte[] der) {
        RSAPublicKey key;
        try {
            key = RSAPublicKey.getInstance(der);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the PEM holds no RSA key", e);
        }
        return PublicKeys.rsa(key.getModulus(), key.getPublicExponent());
    }
}
