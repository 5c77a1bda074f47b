package org.laurel.securing.key;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.store.RowKey;

/** A key as it is stored: the public half to be read, the private half wrapped. */
@Entity
@Table(name = "issuer_key")
@IdClass(RowKey.class)
class IssuerKeyRow {
    @Id
    @Column(name = "issuer_no")
    int issuerNo;

    @Id
    @Column(name = "id")
    long id;

    @Column(name = "algorithm")
    String algorithm;

    @Column(name = "public_jwk")
    String publicJwk;

    @Column(name = "wrapped_private")
    byte[] wrappedPrivate;

    @Column(name = "state")
    String state;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "retired_at")
    @Nullable Instant retiredAt;

    @Column(name = "revoked_at")
    @Nullable Instant revokedAt;
}
