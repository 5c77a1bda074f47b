package org.laurel.issuing.award;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.store.RowKey;

/** An award as it is stored. */
@Entity
@Table(name = "award")
@IdClass(RowKey.class)
class AwardRow {
    @Id
    @Column(name = "issuer_no")
    int issuerNo;

    @Id
    @Column(name = "id")
    long id;

    @Column(name = "public_id")
    String publicId;

    @Column(name = "credential_id")
    String credentialId;

    @Column(name = "achievement_no")
    long achievementNo;

    @Column(name = "person_no")
    long personNo;

    @Column(name = "state")
    String state;

    @Column(name = "reason")
    @Nullable String reason;

    @Column(name = "external_id")
    @Nullable String externalId;

    @Column(name = "valid_from")
    Instant validFrom;

    @Column(name = "valid_until")
    @Nullable Instant validUntil;

    @Column(name = "revocation_list")
    int revocationList;

    @Column(name = "revocation_index")
    int revocationIndex;

    @Column(name = "suspension_list")
    @Nullable Integer suspensionList;

    @Column(name = "suspension_index")
    @Nullable Integer suspensionIndex;

    /** The one form in which it was signed; null when in both. */
    @Column(name = "only_form")
    @Nullable String onlyForm;

    @Column(name = "version")
    long version;

    @Column(name = "issued_at")
    Instant issuedAt;

    @Column(name = "issued_by")
    String issuedBy;

    @Column(name = "changed_at")
    Instant changedAt;
}
