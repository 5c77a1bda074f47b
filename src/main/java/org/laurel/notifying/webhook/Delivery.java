package org.laurel.notifying.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way to an address.
 *
 * @param id the {@code webhook-id}: the same however often it is sent
 * @param type what happened
 * @param subject the public id of what it happened to
 * @param occurredAt when
 * @param state {@code waiting}, {@code delivered} or {@code failed}
 * @param attempts how often it was sent
 * @param status the status of the last answer; left out when none came
 * @param fault why the last attempt failed; left out when it did not
 * @param dueAt when it is sent next; left out when it is not
 * @param settledAt when it came to its end; left out until then
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Delivery(
        String id,
        String type,
        String subject,
        Instant occurredAt,
        String state,
        int attempts,
        @Nullable Integer status,
        @Nullable String fault,
        @Nullable Instant dueAt,
        @Nullable Instant settledAt) {}
