package org.laurel.issuing.award;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.laurel.shared.store.RowKey;

/** An award that took the place of another, as stored; it has the number of the newer one. */
@Entity
@Table(name = "award_replacement")
@IdClass(RowKey.class)
class ReplacementRow {
    @Id
    @Column(name = "issuer_no")
    int issuerNo;

    @Id
    @Column(name = "id")
    long id;

    @Column(name = "award_id")
    String awardId;

    @Column(name = "credential_id")
    String credentialId;

    @Column(name = "replaces_no")
    long replacesNo;

    @Column(name = "replaces_id")
    String replacesId;

    @Column(name = "replaces_credential_id")
    String replacesCredentialId;

    @Column(name = "kind")
    String kind;

    @Column(name = "made_at")
    Instant madeAt;

    @Column(name = "made_by")
    String madeBy;
}
