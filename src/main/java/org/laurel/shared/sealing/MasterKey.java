package org.laurel.shared.sealing;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.shared.encoding.HmacSha256;

/** The one secret above all others; it never encrypts anything itself, it gives a key for each purpose (HKDF, RFC 5869). */
@ApplicationScoped
public class MasterKey {
    private static final int LENGTH = 32;
    private final byte[] pseudoRandomKey;

    /** Takes the key from the settings: 32 bytes, base64 or base64url. */
    public MasterKey(@ConfigProperty(name = "laurel.master-key") String text) {
        byte[] bytes = decode(text);
        if (bytes.length < LENGTH) {
            throw new IllegalArgumentException(
                    "LAUREL_MASTER_KEY: expected at least " + LENGTH + " bytes as base64, got " + bytes.length);
        }
        pseudoRandomKey = HmacSha256.of("laurel/master/v1".getBytes(StandardCharsets.UTF_8), bytes);
    }

    /** A key of 32 bytes for this purpose and no other. */
    public byte[] derive(String purpose) {
        byte[] info = (purpose + "\u0001").getBytes(StandardCharsets.UTF_8);
        return HmacSha256.of(pseudoRandomKey, info);
    }

    private static byte[] decode(String text) {
        try {
            return Base64.getDecoder().decode(text.trim().replace('-', '+').replace('_', '/'));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("LAUREL_MASTER_KEY: expected base64", e);
        }
    }

    @Override
    public String toString() {
        return "MasterKey";
    }
}
