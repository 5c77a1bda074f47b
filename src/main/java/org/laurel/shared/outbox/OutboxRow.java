package org.laurel.shared.outbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.laurel.shared.store.RowKey;

/** An event as it is stored. */
@Entity
@Table(name = "outbox")
@IdClass(RowKey.class)
class OutboxRow {
    @Id
    @Column(name = "issuer_no")
    int issuerNo;

    @Id
    @Column(name = "id")
    long id;

    @Column(name = "type")
    String type;

    @Column(name = "subject")
    String subject;

    @Column(name = "actor")
    String actor;

    @Column(name = "detail")
    String detail;

    @Column(name = "occurred_at")
    Instant occurredAt;
}
