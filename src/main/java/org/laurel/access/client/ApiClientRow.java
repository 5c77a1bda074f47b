package org.laurel.access.client;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.store.RowKey;

/** A client as it is stored; of its token only the SHA-256. */
@Entity
@Table(name = "api_client")
@IdClass(RowKey.class)
class ApiClientRow {
    @Id
    @Column(name = "issuer_no")
    int issuerNo;

    @Id
    @Column(name = "id")
    long id;

    @Column(name = "public_id")
    String publicId;

    @Column(name = "name")
    String name;

    @Column(name = "token_hash")
    byte[] tokenHash;

    @Column(name = "scopes")
    String scopes;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "revoked_at")
    @Nullable Instant revokedAt;
}
