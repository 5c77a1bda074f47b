package org.laurel.shared.sealing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM with a fresh 96-bit nonce before the ciphertext (NIST SP 800-38D). */
public final class AesGcm {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    /** One a thread: looking for a provider costs as much as encrypting a badge. Each use gives it a key and a nonce of its own. */
    private static final ThreadLocal<Cipher> CIPHERS = ThreadLocal.withInitial(AesGcm::cipher);

    private AesGcm() {}

    /**
     * Encrypts.
     *
     * @param key 32 bytes
     * @param plain what is to be kept secret
     * @param context what it belongs to; the same is needed to decrypt, so that ciphertexts cannot change places
     * @return nonce, ciphertext and tag
     */
    public static byte[] seal(byte[] key, byte[] plain, String context, SecureRandom random) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, context);
            byte[] sealed = Arrays.copyOf(nonce, NONCE + cipher.getOutputSize(plain.length));
            cipher.doFinal(plain, 0, plain.length, sealed, NONCE);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM does not encrypt", e);
        }
    }

    /** Decrypts; throws IllegalStateException when the key, the context or the bytes are not those it was sealed with. */
    public static byte[] open(byte[] key, byte[] sealed, String context) {
        if (sealed.length < NONCE + TAG_BITS / 8) {
            throw new IllegalStateException("sealed data cannot be opened: " + context);
        }
        try {
            byte[] nonce = Arrays.copyOf(sealed, NONCE);
            return cipher(Cipher.DECRYPT_MODE, key, nonce, context).doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("sealed data cannot be opened: " + context, e);
        }
    }

    private static Cipher cipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every JDK", e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, String context) throws GeneralSecurityException {
        Cipher cipher = CIPHERS.get();
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
