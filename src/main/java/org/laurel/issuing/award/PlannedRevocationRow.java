package org.laurel.issuing.award;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.laurel.shared.store.RowKey;

/** A revocation to come, as stored; it has the number of its award. */
@Entity
@Table(name = "planned_revocation")
@IdClass(RowKey.class)
class PlannedRevocationRow {
    @Id
    @Column(name = "issuer_no")
    int issuerNo;

    @Id
    @Column(name = "id")
    long id;

    @Column(name = "revocation_id")
    String revocationId;

    @Column(name = "reason")
    String reason;

    @Column(name = "due_at")
    Instant dueAt;

    @Column(name = "planned_at")
    Instant plannedAt;

    @Column(name = "planned_by")
    String plannedBy;
}
