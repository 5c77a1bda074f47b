package org.laurel.securing.status;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** A list as it is stored. */
@Entity
@Table(name = "status_list")
@IdClass(StatusListRow.Key.class)
class StatusListRow {
    @Id
    @Column(name = "issuer_no")
    int issuerNo;

    @Id
    @Column(name = "list_no")
    int listNo;

    @Column(name = "purpose")
    String purpose;

    @Column(name = "next_position")
    int nextPosition;

    @Column(name = "bits")
    byte[] bits;

    @Column(name = "version")
    long version;

    @Column(name = "changed_at")
    Instant changedAt;

    /** Issuer and list. */
    record Key(int issuerNo, int listNo) implements Serializable {}
}
