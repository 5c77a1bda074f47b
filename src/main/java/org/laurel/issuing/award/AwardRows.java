package org.laurel.issuing.award;

import io.smallrye.mutiny.Uni;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.laurel.issuing.signing.CredentialForm;
import org.laurel.securing.status.StatusListIndex;
import org.laurel.securing.status.StatusPurpose;
import org.laurel.shared.json.Constants;
import org.laurel.shared.json.JsonColumns;
import org.laurel.shared.sealing.PersonKey;
import org.laurel.shared.store.Database;

/** Turns awards into rows and back. */
final class AwardRows {
    private static final Recipient.Identity UNKNOWN = new Recipient.Identity(null, null, null);

    private AwardRows() {}

    static AwardRow row(NewAward made, String by) {
        Award award = made.made(by);
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
        row.onlyForm =
                award.forms().size() == 1 ? award.forms().iterator().next().toString() : null;
        row.version = 1;
        row.issuedAt = award.issuedAt();
        row.issuedBy = award.issuedBy();
        row.changedAt = award.issuedAt();
        return row;
    }

    static Uni<Void> insert(Mutiny.StatelessSession session, List<AwardRow> rows) {
        return Database.insert(
                session,
                "insert into award (issuer_no, id, public_id, credential_id, achievement_no, person_no, state, external_id,"
                        + " valid_from, valid_until, revocation_list, revocation_index, suspension_list, suspension_index,"
                        + " version, issued_at, issued_by, changed_at, only_form)"
                        + " select i, id, p, c, a, n, s, x, vf, vu, rl, ri, sl, si, 1, at, by, at, f from unnest($1::int[],"
                        + " $2::bigint[], $3::text[], $4::text[], $5::bigint[], $6::bigint[], $7::text[], $8::text[],"
                        + " $9::timestamptz[], $10::timestamptz[], $11::int[], $12::int[], $13::int[], $14::int[],"
                        + " $15::timestamptz[], $16::text[], $17::text[])"
                        + " as r(i, id, p, c, a, n, s, x, vf, vu, rl, ri, sl, si, at, by, f)",
                Database.column(rows, Integer[]::new, row -> row.issuerNo),
                Database.column(rows, Long[]::new, row -> row.id),
                Database.column(rows, String[]::new, row -> row.publicId),
                Database.column(rows, String[]::new, row -> row.credentialId),
                Database.column(rows, Long[]::new, row -> row.achievementNo),
                Database.column(rows, Long[]::new, row -> row.personNo),
                Database.column(rows, String[]::new, row -> row.state),
                Database.column(rows, String[]::new, row -> row.externalId),
                Database.times(rows, row -> row.validFrom),
                Database.times(rows, row -> row.validUntil),
                Database.column(rows, Integer[]::new, row -> row.revocationList),
                Database.column(rows, Integer[]::new, row -> row.revocationIndex),
                Database.column(rows, Integer[]::new, row -> row.suspensionList),
                Database.column(rows, Integer[]::new, row -> row.suspensionIndex),
                Database.times(rows, row -> row.issuedAt),
                Database.column(rows, String[]::new, row -> row.issuedBy),
                Database.column(rows, String[]::new, row -> row.onlyForm));
    }

    /**
     * A row joined with what it is shown with: award, achievement id, recipient id, sealed identity, how it took a place, how
     * its place was taken, its revocation to come.
     */
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
                Constants.stored(AwardState.class, row.state),
                row.reason,
                row.externalId,
                row.validFrom,
                row.validUntil,
                new StatusListIndex(row.issuerNo, row.revocationList, StatusPurpose.REVOCATION, row.revocationIndex),
                suspension(row),
                row.onlyForm == null
                        ? EnumSet.allOf(CredentialForm.class)
                        : EnumSet.of(Constants.stored(CredentialForm.class, row.onlyForm)),
                row.version,
                row.issuedAt,
                row.issuedBy,
                succession((ReplacementRow) joined[4], (ReplacementRow) joined[5]),
                planned((PlannedRevocationRow) joined[6]));
    }

    private static Succession succession(@Nullable ReplacementRow older, @Nullable ReplacementRow newer) {
        return new Succession(
                older == null
                        ? null
                        : new Succession.Link(
                                older.replacesId,
                                older.replacesCredentialId,
                                Constants.stored(Succession.Kind.class, older.kind)),
                newer == null
                        ? null
                        : new Succession.Link(
                                newer.awardId,
                                newer.credentialId,
                                Constants.stored(Succession.Kind.class, newer.kind)));
    }

    private static Award.@Nullable Planned planned(@Nullable PlannedRevocationRow row) {
        return row == null ? null : new Award.Planned(row.revocationId, row.dueAt, row.reason, row.plannedBy);
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
        String text = key.openText(sealed, PostgresRecipients.CONTEXT);
        return JsonColumns.read(text, Recipient.Identity.class);
    }
}
