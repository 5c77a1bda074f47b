package org.laurel.shared.encoding;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC with SHA-256 (RFC 2104, FIPS 198-1): what only who has the key can compute. */
public final class HmacSha256 {
    private static final String NAME = "HmacSHA256";
    /** One a thread: looking for a provider costs more than a short message. Each use gives it a key of its own. */
    private static final ThreadLocal<Mac> MACS = ThreadLocal.withInitial(HmacSha256::mac);

    private HmacSha256() {}

    /** The 32 bytes over a message. */
    public static byte[] of(byte[] key, byte[] message) {
        return keyed(MACS.get(), key).doFinal(message);
    }

    /** For many messages, one after the other; for one thread. */
    public static Mac under(byte[] key) {
        return keyed(mac(), key);
    }

    private static Mac mac() {
        try {
            return Mac.getInstance(NAME);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(NAME + " is part of every JDK", e);
        }
    }

    private static Mac keyed(Mac mac, byte[] key) {
        try {
            mac.init(new SecretKeySpec(key, NAME));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(NAME + " takes any key", e);
        }
    }
}
