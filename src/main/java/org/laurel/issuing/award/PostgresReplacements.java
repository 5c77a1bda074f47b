package org.laurel.issuing.award;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.laurel.issuing.award.PostgresAwards.AwardTools;
import org.laurel.securing.status.StatusLists;
import org.laurel.shared.json.Constants;
import org.laurel.shared.letter.Letters;
import org.laurel.shared.outbox.Outbox;
import org.laurel.shared.outbox.OutboxEvent;
import org.laurel.shared.store.Database;
import org.laurel.shared.store.PublicId;
import org.laurel.shared.work.OneByOne;

/** Which award took the place of which, in PostgreSQL. The older one is locked first, as by everybody who changes it. */
@ApplicationScoped
class PostgresReplacements implements Replacements {
    private final AwardTools tools;
    private final StatusLists statusLists;
    private final Outbox outbox;
    private final Letters letters;

    PostgresReplacements(AwardTools tools, StatusLists statusLists, Outbox outbox, Letters letters) {
        this.tools = tools;
        this.statusLists = statusLists;
        this.outbox = outbox;
        this.letters = letters;
    }

    @Override
    public Uni<Void> add(Mutiny.StatelessSession session, Replacement replacement) {
        Award old = replacement.old();
        return PostgresAwards.locked(session, old.issuerNo(), old.number())
                .chain(row -> standing(session, row)
                        .invoke(standing -> standing.requireOpen(replacement.kind()))
                        .chain(() -> session.insert(row(replacement)))
                        .chain(() -> touch(session, row, replacement)))
                .chain(() -> outbox.add(session, List.of(event(replacement))))
                .chain(() -> tell(session, replacement));
    }

    /** How the older one stands now that nobody else changes it. */
    private static Uni<Standing> standing(Mutiny.StatelessSession session, AwardRow row) {
        return Database.select(
                        session,
                        "select (select kind from award_replacement where issuer_no = $1 and replaces_no = $2),"
                                + " exists (select 1 from planned_revocation where issuer_no = $1 and id = $2)",
                        row.issuerNo,
                        row.id)
                .map(rows -> rows.get(0))
                .map(found -> new Standing(
                        Constants.stored(AwardState.class, row.state), kind(found[0]), Boolean.TRUE.equals(found[1])));
    }

    private static Succession.@Nullable Kind kind(@Nullable Object text) {
        return text == null ? null : Constants.stored(Succession.Kind.class, (String) text);
    }

    private ReplacementRow row(Replacement replacement) {
        ReplacementRow row = new ReplacementRow();
        row.issuerNo = replacement.made().issuerNo();
        row.id = replacement.made().number();
        row.awardId = replacement.made().id();
        row.credentialId = replacement.made().credentialId();
        row.replacesNo = replacement.old().number();
        row.replacesId = replacement.old().id();
        row.replacesCredentialId = replacement.old().credentialId();
        row.kind = replacement.kind().toString();
        row.madeAt = tools.clock().instant();
        row.madeBy = replacement.by();
        return row;
    }

    private Uni<Void> touch(Mutiny.StatelessSession session, AwardRow row, Replacement replacement) {
        row.version++;
        row.changedAt = tools.clock().instant();
        if (replacement.kind() != Succession.Kind.CORRECTION) {
            return session.update(row);
        }
        row.state = AwardState.REVOKED.toString();
        row.reason = replacement.reason();
        return session.update(row)
                .chain(() -> statusLists.flip(session, replacement.old().revocation(), true));
    }

    private OutboxEvent event(Replacement replacement) {
        return new OutboxEvent(
                replacement.old().issuerNo(),
                "credential." + replacement.kind().done(),
                replacement.old().id(),
                replacement.by(),
                replacement.made().id(),
                tools.clock().instant());
    }

    /** Those who were told of the older one hear of the newer one, unless the request says something else. */
    private Uni<Void> tell(Mutiny.StatelessSession session, Replacement replacement) {
        if (replacement.told() != null) {
            return Uni.createFrom().voidItem(); // told, or not, as of every award
        }
        return OneByOne.each(
                AwardLetters.about(replacement.made()),
                letter -> letters.addIfToldOf(
                        session, AwardLetters.AWARDED, replacement.old().id(), letter));
    }

    @Override
    public Uni<Succession> ofCredential(PublicId credential) {
        return tools.database()
                .read(session -> Database.select(
                        session,
                        "select r.id = c.id, r.kind, o.public_id, o.credential_id from credential c"
                                + " join award_replacement r on r.issuer_no = c.issuer_no"
                                + " and (r.id = c.id or r.replaces_no = c.id)"
                                + " join award o on o.issuer_no = c.issuer_no"
                                + " and o.id = case when r.id = c.id then r.replaces_no else r.id end"
                                + " where c.issuer_no = $1 and c.public_id = $2 and o.person_no = c.person_no"
                                + " and o.state <> 'erased'",
                        credential.issuerNo(),
                        credential.toString()))
                .map(PostgresReplacements::succession);
    }

    private static Succession succession(List<Object[]> rows) {
        Succession found = Succession.NONE;
        for (Object[] row : rows) {
            Succession.Link link =
                    new Succession.Link((String) row[2], (String) row[3], Objects.requireNonNull(kind(row[1])));
            found = Boolean.TRUE.equals(row[0])
                    ? new Succession(link, found.replacedBy())
                    : new Succession(found.replaces(), link);
        }
        return found;
    }
}
