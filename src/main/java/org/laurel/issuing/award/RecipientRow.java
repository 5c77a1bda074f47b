package org.laurel.issuing.award;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.store.RowKey;

/** A recipient as stored: found by a keyed hash, known only to who holds the key. */
@Entity
@Table(name = "recipient")
@IdClass(RowKey.class)
class RecipientRow {
    @Id
    @Column(name = "issuer_no")
    int issuerNo;

    @Id
    @Column(name = "id")
    long id;

    @Column(name = "public_id")
    String publicId;

    @Column(name = "lookup")
    byte @Nullable [] lookup;

    @Column(name = "sealed_identity")
    byte @Nullable [] sealedIdentity;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "erased_at")
    @Nullable Instant erasedAt;
}
