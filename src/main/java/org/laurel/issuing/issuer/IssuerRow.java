package org.laurel.issuing.issuer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.document.credential.Profile;
import org.laurel.securing.key.KeyOwner;
import org.laurel.shared.json.Constants;
import org.laurel.shared.json.JsonColumns;

/** An issuer as it is stored. */
@Entity
@Table(name = "issuer")
class IssuerRow {
    @Id
    @Column(name = "issuer_no")
    int issuerNo;

    @Column(name = "public_id")
    String publicId;

    @Column(name = "slug")
    String slug;

    @Column(name = "did")
    String did;

    @Column(name = "profile")
    String profile;

    @Column(name = "settings")
    String settings;

    @Column(name = "screening")
    String screening;

    @Column(name = "screening_by")
    String screeningBy;

    @Column(name = "kind")
    String kind;

    @Column(name = "screened_at")
    @Nullable Instant screenedAt;

    @Column(name = "screened_until")
    @Nullable Instant screenedUntil;

    @Column(name = "screening_reason")
    @Nullable String screeningReason;

    @Column(name = "screened_name")
    @Nullable String screenedName;

    @Column(name = "screened_url")
    @Nullable String screenedUrl;

    @Column(name = "wrapped_data_key")
    byte[] wrappedDataKey;

    @Column(name = "version")
    long version;

    @Column(name = "keys_version")
    long keysVersion;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    /** Takes what was decided. */
    void screening(Screening decided) {
        screening = decided.state().toString();
        screeningBy = decided.by();
        screenedAt = decided.at();
        screenedUntil = decided.until();
        screeningReason = decided.reason();
        Screening.As as = decided.as();
        screenedName = as == null ? null : as.name();
        screenedUrl = as == null ? null : as.url();
    }

    private Screening screening() {
        return new Screening(
                Constants.stored(Screening.State.class, screening),
                screeningBy,
                screenedAt,
                screenedUntil,
                screeningReason,
                screenedName == null && screenedUrl == null ? null : new Screening.As(screenedName, screenedUrl));
    }

    Issuer issuer() {
        return new Issuer(
                issuerNo,
                publicId,
                Constants.stored(OrganisationKind.class, kind),
                new Slug(slug),
                JsonColumns.read(profile, Profile.class),
                JsonColumns.read(settings, IssuerSettings.class),
                screening(),
                new KeyOwner(issuerNo, did, wrappedDataKey, keysVersion),
                version,
                createdAt,
                updatedAt);
    }
}
