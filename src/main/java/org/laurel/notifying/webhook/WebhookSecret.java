package org.laurel.notifying.webhook;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.laurel.shared.encoding.HmacSha256;

/** What a receiver recognises us by: signs as Standard Webhooks 1.0 does (HMAC-SHA256), and shows itself once. */
final class WebhookSecret {
    private static final String PREFIX = "whsec_";
    private static final int LENGTH = 32;

    private final byte[] key;

    WebhookSecret(byte[] key) {
        this.key = key.clone();
    }

    static WebhookSecret fresh(SecureRandom random) {
        byte[] key = new byte[LENGTH];
        random.nextBytes(key);
        return new WebhookSecret(key);
    }

    /** The signature of a request, with its version before it. */
    String sign(String id, long timestamp, String body) {
        byte[] signed = (id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8);
        return "v1," + Base64.getEncoder().encodeToString(HmacSha256.of(key, signed));
    }

    /** As the receiver's library takes it. */
    String shown() {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    /** To be sealed. */
    byte[] bytes() {
        return key.clone();
    }

    @Override
    public String toString() {
        return "WebhookSecret";
    }
}
