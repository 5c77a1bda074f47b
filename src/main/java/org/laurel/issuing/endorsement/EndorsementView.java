package org.laurel.issuing.endorsement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.origin.BaseUrl;

/**
 * An endorsement as the management API shows it.
 *
 * @param id its public id
 * @param url where it is hosted, as JSON and JWT; the credential's id
 * @param subject what is endorsed
 * @param purpose {@code screening}, {@code publication} or {@code endorsement}
 * @param comment what is said
 * @param validFrom from when
 * @param validUntil until when
 * @param madeBy who made it
 * @param revokedAt when it was taken back
 * @param revokedBy who did
 * @param reason why
 */
record EndorsementView(
        String id,
        String url,
        String subject,
        Endorsement.Purpose purpose,
        String comment,
        Instant validFrom,
        @Nullable Instant validUntil,
        String madeBy,
        @Nullable Instant revokedAt,
        @Nullable String revokedBy,
        @Nullable String reason) {

    static EndorsementView of(Endorsement endorsement, BaseUrl base) {
        Endorsement.Revoked revoked = endorsement.revoked();
        return new EndorsementView(
                endorsement.id(),
                base.endorsement(endorsement.id()),
                endorsement.subject(),
                endorsement.purpose(),
                endorsement.comment(),
                endorsement.term().from(),
                endorsement.term().until(),
                endorsement.made().by(),
                revoked == null ? null : revoked.at(),
                revoked == null ? null : revoked.by(),
                revoked == null ? null : revoked.reason());
    }
}
