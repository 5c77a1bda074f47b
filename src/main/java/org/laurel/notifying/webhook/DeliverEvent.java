package org.laurel.notifying.webhook;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.laurel.notifying.webhook.DeliveryQueue.Claim;
import org.laurel.notifying.webhook.DeliveryQueue.Failure;
import org.laurel.shared.fetch.Callbacks;
import org.laurel.shared.fetch.FetchException;
import org.laurel.shared.json.JsonColumns;

/** Sends one event to one address, as Standard Webhooks 1.0 has it, and writes down what came of it. */
@ApplicationScoped
class DeliverEvent {
    private final DeliveryQueue queue;
    private final Callbacks callbacks;
    private final Clock clock;

    DeliverEvent(DeliveryQueue queue, Callbacks callbacks, Clock clock) {
        this.queue = queue;
        this.callbacks = callbacks;
        this.clock = clock;
    }

    /** What is sent: ids and nothing personal; who wants to know more asks the API. */
    @JsonPropertyOrder({"type", "timestamp", "data"})
    record Payload(String type, Instant timestamp, Data data) {
        /** What it happened to, and at which issuer. */
        record Data(String issuer, String subject) {}

        static Payload of(Claim claim) {
            return new Payload(
                    claim.event().type(),
                    claim.event().occurredAt(),
                    new Data(claim.issuerId(), claim.event().subject()));
        }
    }

    Uni<Void> deliver(Claim claim) {
        String body = JsonColumns.write(Payload.of(claim));
        long timestamp = clock.instant().getEpochSecond();
        String signatures = claim.secrets().stream()
                .map(secret -> secret.sign(claim.event().id(), timestamp, body))
                .collect(Collectors.joining(" "));
        Map<String, String> headers = Map.of(
                "webhook-id",
                claim.event().id(),
                "webhook-timestamp",
                Long.toString(timestamp),
                "webhook-signature",
                signatures,
                "user-agent",
                "Laurel");
        return callbacks
                .post(claim.url(), headers, body)
                .chain(status -> status >= 200 && status < 300
                        ? queue.delivered(claim, status)
                        : queue.failed(
                                claim,
                                new Failure(OptionalInt.of(status), "it answered with status " + status),
                                clock.instant()))
                .onFailure(FetchException.class)
                .recoverWithUni(failure -> queue.failed(
                        claim,
                        new Failure(OptionalInt.empty(), String.valueOf(failure.getMessage())),
                        clock.instant()));
    }
}
