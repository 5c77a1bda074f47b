package org.laurel.securing.crypto;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;

/** Makes and checks signatures over bytes, in the forms that JOSE and Data Integrity use. */
public final class Signatures {

    private static final PSSParameterSpec PSS_SHA256 =
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, PSSParameterSpec.TRAILER_FIELD_BC);

    private Signatures() {}

    /** Signs; ECDSA gives r‖s. Throws IllegalStateException when the key does not fit the algorithm. */
    public static byte[] sign(SignatureAlgorithm algorithm, PrivateKey key, byte[] message) {
        try {
            Signature signature = CryptoProviders.signature(algorithm.jcaName());
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key does not sign with " + algorithm.joseName(), e);
        }
    }

    /**
     * Whether the signature is the key's over the message, by the algorithm natural to the key: Ed25519, ECDSA with
     * SHA-256 (P-256) or SHA-384 (P-384) and r‖s, RSASSA-PKCS1-v1_5 with SHA-256. A signature of the wrong length, or an r
     * or s outside 1 … n−1, is none.
     */
    public static boolean verify(VerificationKey key, byte[] message, byte[] signature) {
        return verify(VerificationAlgorithm.naturalTo(key.type()), key, message, signature);
    }

    /** The same by an algorithm that was named; a key of a type that it does not take has signed nothing with it. */
    public static boolean verify(
            VerificationAlgorithm algorithm, VerificationKey key, byte[] message, byte[] signature) {
        if (algorithm.keyType() != key.type() || !wellFormed(key, signature)) {
            return false;
        }
        Signature verifier = CryptoProviders.signature(algorithm.jcaName());
        try {
            if (algorithm == VerificationAlgorithm.PS256) {
                verifier.setParameter(PSS_SHA256);
            }
            verifier.initVerify(key.jcaKey());
            verifier.update(message);
            return verifier.verify(signature);
        } catch (SignatureException e) {
            return false;
        } catch (InvalidKeyException | InvalidAlgorithmParameterException e) {
            throw new IllegalStateException("a checked key must fit its algorithm", e);
        }
    }

    private static boolean wellFormed(VerificationKey key, byte[] signature) {
        return switch (key.type()) {
            case ED25519 -> signature.length == 64;
            case RSA -> signature.length == (key.modulus().bitLength() + 7) / 8;
            case P256, P384 -> inRange(NistCurve.of(key.type()), signature);
        };
    }

    private static boolean inRange(NistCurve curve, byte[] signature) {
        int half = curve.coordinateLength();
        return signature.length == 2 * half
                && inRange(curve, new BigInteger(1, Arrays.copyOf(signature, half)))
                && inRange(curve, new BigInteger(1, Arrays.copyOfRange(signature, half, 2 * half)));
    }

    private static boolean inRange(NistCurve curve, BigInteger value) {
        return value.signum() > 0 && value.compareTo(curve.order()) < 0;
    }
}
