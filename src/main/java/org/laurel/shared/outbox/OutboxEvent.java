package org.laurel.shared.outbox;

import java.time.Instant;

/**
 * Something that happened, without personal data.
 *
 * @param issuerNo at which issuer
 * @param type what: {@code credential.awarded}
 * @param subject the public id of what it happened to
 * @param actor who did it: a client's id, {@code administrator}
 * @param detail a few words more, such as a reason; may be empty
 * @param occurredAt when
 */
public record OutboxEvent(int issuerNo, String type, String subject, String actor, String detail, Instant occurredAt) {}
