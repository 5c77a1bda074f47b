package org.laurel.issuing.signing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.store.RowKey;

/** What was signed, sealed under the person's key. */
@Entity
@Table(name = "credential")
@IdClass(RowKey.class)
class CredentialRow {
    @Id
    @Column(name = "issuer_no")
    int issuerNo;

    @Id
    @Column(name = "id")
    long id;

    @Column(name = "public_id")
    String publicId;

    @Column(name = "person_no")
    long personNo;

    /** Null when it was signed as VC-JWT only, or erased. */
    @Column(name = "sealed_json")
    byte @Nullable [] sealedJson;

    /** What {@link KeptJwt} keeps of it; null when it was signed as JSON only, or erased. */
    @Column(name = "sealed_jwt")
    byte @Nullable [] sealedJwt;

    @Column(name = "json_sha256")
    byte @Nullable [] jsonSha256;

    @Column(name = "jwt_sha256")
    byte @Nullable [] jwtSha256;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "erased_at")
    @Nullable Instant erasedAt;
}
