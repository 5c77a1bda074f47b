package org.laurel.notifying.webhook;

import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;

/** Deliveries whose time has come, which any number of workers on any number of machines share. */
interface DeliveryQueue {

    /** Takes some, one an address; none of an address or an issuer that has enough under way. */
    Uni<List<Claim>> claim(Instant now, int most);

    /** It was heard. */
    Uni<Void> delivered(Claim claim, int status);

    /**
     * It was not, and is sent again as long as it may be; the address is left alone for a while, and for good when nothing
     * has reached it for three days or it is gone.
     */
    Uni<Void> failed(Claim claim, Failure failure, Instant now);

    /**
     * A delivery that was taken.
     *
     * @param issuerNo at which issuer
     * @param issuerId its public id
     * @param number its row number
     * @param webhookNo the address's row number
     * @param url the address
     * @param secrets by which it is signed, the newest first
     * @param event what is told
     * @param lease shows that it was taken by us
     * @param attempts how often it was sent, with this time
     */
    record Claim(
            int issuerNo,
            String issuerId,
            long number,
            long webhookNo,
            URI url,
            List<WebhookSecret> secrets,
            Told event,
            UUID lease,
            int attempts) {
        @Override
        public String toString() {
            return "Claim[" + event.id() + "]";
        }
    }

    /** What is told, by the id that stays the same. */
    record Told(String id, String type, String subject, Instant occurredAt) {}

    /** Why it was not heard: the status, and a sentence when no status came. */
    record Failure(OptionalInt status, String fault) {
        /** Whether the address said that it is gone for good (Standard Webhooks, "endpoint gone"). */
        boolean isGone() {
            return status.orElse(0) == 410;
        }
    }
}
