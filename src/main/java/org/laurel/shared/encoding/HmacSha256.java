package org.laurel.shared.encoding;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC with SHA-256 (RFC 2104, FIPS 198-1): what only who has the key can compute. */
public final class HmacSha256 {
    private static final String NAME = "HmacSHA256";

    private HmacSha256() {}

    /** The 32 bytes over a message. */
    public static byte[] of(byte[] key, byte[] message) {
        return under(key).doFinal(message);
    }

    /** For many messages, one after the other; for one thread. */
    public static Mac under(byte[] key) {
        try {
            Mac mac = Mac.getInstance(NAME);
            mac.init(new SecretKeySpec(key, NAME));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(NAME + " is part of every JDK", e);
        }
    }
}
