package org.laurel.notifying.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import org.laurel.shared.sealing.AesGcm;
import org.laurel.shared.sealing.MasterKey;

/** Seals and opens the secrets of webhooks; each is bound to its own. */
@ApplicationScoped
class WebhookVault {
    private final byte[] key;
    private final SecureRandom random;

    WebhookVault(MasterKey master, SecureRandom random) {
        this.key = master.derive("webhook-secrets");
        this.random = random;
    }

    byte[] seal(String webhook, WebhookSecret secret) {
        return AesGcm.seal(key, secret.bytes(), context(webhook), random);
    }

    WebhookSecret open(String webhook, byte[] kept) {
        return new WebhookSecret(AesGcm.open(key, kept, context(webhook)));
    }

    private static String context(String webhook) {
        return "webhook/" + webhook;
    }
}
