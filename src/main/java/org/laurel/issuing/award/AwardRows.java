package org.laurel.issuing.award;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.securing.status.StatusListIndex;
import org.laurel.securing.status.StatusPurpose;
import org.laurel.shared.json.JsonColumns;
import org.laurel.shared.sealing.PersonKey;

/** Turns awards into rows and back. */
final class AwardRows {
    private static final Recipient.Identity UNKNOWN = new Recipient.Identity(null, null, null);

    private AwardRows() {}

    static AwardRow row(NewAward made) {
        Award award = made.made();
        AwardRow row = new AwardRow();
        row.issuerNo = award.issuerNo();
        row.id = award.number();
        row.publicId = award.id();
        row.credentialId = award.credentialId();
        row.achievementNo = made.award().achievement().number();
        row.personNo = award.recipient().number();
        row.state = award.state().toString();
        row.externalId = award.externalId();
        row.validFrom = award.validFrom();
        row.validUntil = award.validUntil();
        row.revocationList = award.revocation().listNo();
        row.revocationIndex = award.revocation().index();
        row.suspensionList = award.suspension().map(StatusListIndex::listNo).orElse(null);
        row.suspensionIndex = award.suspension().map(StatusListIndex::index).orElse(null);
        row.version = 1;
        row.issuedAt = award.issuedAt();
        row.issuedBy = award.issuedBy();
        row.changedAt = award.issuedAt();
        return row;
    }

    /** A row joined with the ids of its achievement and recipient: award, achievement id, recipient id, sealed identity. */
    static Award award(Object[] joined, Map<Long, PersonKey> keys) {
        AwardRow row = (AwardRow) joined[0];
        Recipient.Identity identity = identity((byte[]) joined[3], keys.get(row.personNo));
        return new Award(
                row.issuerNo,
                row.id,
                row.publicId,
                row.credentialId,
                (String) joined[1],
                new Award.AwardedTo(row.personNo, (String) joined[2], identity),
                AwardState.valueOf(row.state.toUpperCase(Locale.ROOT)),
                row.reason,
                row.externalId,
                row.validFrom,
                row.validUntil,
                new StatusListIndex(row.issuerNo, row.revocationList, StatusPurpose.REVOCATION, row.revocationIndex),
                suspension(row),
                row.version,
                row.issuedAt,
                row.issuedBy);
    }

    private static Optional<StatusListIndex> suspension(AwardRow row) {
        if (row.suspensionList == null || row.suspensionIndex == null) {
            return Optional.empty();
        }
        return Optional.of(
                new StatusListIndex(row.issuerNo, row.suspensionList, StatusPurpose.SUSPENSION, row.suspensionIndex));
    }

    private static Recipient.Identity identity(byte @Nullable [] sealed, @Nullable PersonKey key) {
        if (sealed == null || key == null) {
            return UNKNOWN;
        }
        String text = new String(key.open(sealed, PostgresRecipients.CONTEXT), StandardCharsets.UTF_8);
        return JsonColumns.read(text, Recipient.Identity.class);
    }
}
