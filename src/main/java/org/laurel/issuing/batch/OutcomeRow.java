package org.laurel.issuing.batch;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What came of a row of a batch. */
@Entity
@Table(name = "batch_outcome")
@IdClass(OutcomeRow.Key.class)
class OutcomeRow {
    @Id
    @Column(name = "issuer_no")
    int issuerNo;

    @Id
    @Column(name = "batch_no")
    long batchNo;

    @Id
    @Column(name = "row_no")
    int rowNo;

    @Column(name = "state")
    String state;

    @Column(name = "award_id")
    @Nullable String awardId;

    @Column(name = "credential_id")
    @Nullable String credentialId;

    @Column(name = "faults")
    @Nullable String faults;

    /** Which row. */
    record Key(int issuerNo, long batchNo, int rowNo) implements Serializable {}
}
