package org.laurel.issuing.endorsement;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.laurel.issuing.signing.HostedCredential;
import org.laurel.securing.status.StatusListIndex;
import org.laurel.securing.status.StatusLists;
import org.laurel.securing.status.StatusPurpose;
import org.laurel.shared.encoding.Base64Url;
import org.laurel.shared.encoding.Sha256;
import org.laurel.shared.json.Constants;
import org.laurel.shared.outbox.Outbox;
import org.laurel.shared.outbox.OutboxEvent;
import org.laurel.shared.store.Database;
import org.laurel.shared.store.Page;
import org.laurel.shared.store.PageRequest;
import org.laurel.shared.store.PublicId;
import org.laurel.shared.work.OneByOne;

/** Endorsements in PostgreSQL. */
@ApplicationScoped
class PostgresEndorsements implements Endorsements {
    private static final int MOST = 100;
    private static final String SELECT = "select issuer_no, id, public_id, subject, purpose, comment, valid_from,"
            + " valid_until, revocation_list, revocation_index, created_by, created_at, revoked_by, revoked_at, reason"
            + " from endorsement ";

    private final Database database;
    private final StatusLists statusLists;
    private final Outbox outbox;
    private final Clock clock;

    PostgresEndorsements(Database database, StatusLists statusLists, Outbox outbox, Clock clock) {
        this.database = database;
        this.statusLists = statusLists;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Uni<Void> add(Mutiny.StatelessSession session, NewEndorsement made) {
        Endorsement endorsement = made.endorsement();
        Instant until = endorsement.term().until();
        return Database.insert(
                        session,
                        "insert into endorsement (issuer_no, id, public_id, subject, purpose, comment, json, jwt,"
                                + " valid_from, valid_until, revocation_list, revocation_index, created_by, created_at)"
                                + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, nullif($10, 'infinity'::timestamptz), $11,"
                                + " $12, $13, $14)",
                        endorsement.issuerNo(),
                        endorsement.number(),
                        endorsement.id(),
                        endorsement.subject(),
                        endorsement.purpose().toString(),
                        endorsement.comment(),
                        Buffer.buffer(made.signed().requireJson().bytes()),
                        Buffer.buffer(made.signed().requireJwt().bytes()),
                        Database.time(endorsement.term().from()),
                        until == null ? OffsetDateTime.MAX : Database.time(until),
                        endorsement.revocation().listNo(),
                        endorsement.revocation().index(),
                        endorsement.made().by(),
                        Database.time(endorsement.made().at()))
                .chain(() -> tell(
                        session,
                        endorsement,
                        "endorsement.made",
                        endorsement.made().by(),
                        endorsement.subject()));
    }

    @Override
    public Uni<Optional<Endorsement>> find(PublicId id) {
        return database.read(session -> one(session, "where issuer_no = $1 and public_id = $2", id));
    }

    private static Uni<Optional<Endorsement>> one(Mutiny.StatelessSession session, String condition, PublicId id) {
        return Database.select(session, SELECT + condition, id.issuerNo(), id.toString())
                .map(rows -> rows.stream().findFirst().map(PostgresEndorsements::endorsement));
    }

    @Override
    public Uni<Optional<HostedCredential>> hosted(PublicId id) {
        return database.read(session -> Database.select(
                        session,
                        "select json, jwt from endorsement where issuer_no = $1 and public_id = $2",
                        id.issuerNo(),
                        id.toString()))
                .map(rows -> rows.stream().findFirst().map(row -> hosted(bytes(row[0]), bytes(row[1]))));
    }

    private static HostedCredential hosted(byte[] json, byte[] jwt) {
        return new HostedCredential(json, jwt, Base64Url.encode(Sha256.of(json)), Base64Url.encode(Sha256.of(jwt)));
    }

    @Override
    public Uni<Page<Endorsement>> list(int issuerNo, PageRequest page) {
        return database.read(session -> Database.select(
                        session,
                        SELECT + "where issuer_no = $1 and id < $2 order by id desc limit $3",
                        issuerNo,
                        page.before(),
                        page.limit() + 1))
                .map(rows -> Page.of(
                        rows.stream().map(PostgresEndorsements::endorsement).toList(), page, Endorsement::number));
    }

    @Override
    public Uni<List<Standing>> of(String subject) {
        return database.read(session -> Database.select(
                        session,
                        "select e.public_id, i.did, i.profile::json ->> 'name', e.purpose, e.jwt from endorsement e join issuer i using (issuer_no)"
                                + " where e.subject = $1 and e.revoked_at is null and e.valid_from <= $2 and (e.valid_until is null or"
                                + " e.valid_until > $2) order by e.id limit "
                                + MOST,
                        subject,
                        Database.time(clock.instant())))
                .map(rows -> rows.stream()
                        .map(row -> new Standing(
                                (String) row[0],
                                (String) row[1],
                                (String) row[2],
                                Constants.stored(Endorsement.Purpose.class, (String) row[3]),
                                new String(bytes(row[4]), StandardCharsets.US_ASCII)))
                        .toList());
    }

    @Override
    public Uni<Endorsement> revoke(Endorsement endorsement, String reason, String by) {
        return database.write(session -> revoke(session, endorsement, reason, by));
    }

    @Override
    public Uni<Endorsement> revoke(Mutiny.StatelessSession session, Endorsement endorsement, String reason, String by) {
        PublicId id = PublicId.parse(endorsement.id()).orElseThrow();
        return one(session, "where issuer_no = $1 and public_id = $2 for update", id)
                .map(Optional::orElseThrow)
                .chain(found -> found.revoked() == null
                        ? takeBack(session, found, reason, by)
                        : Uni.createFrom().item(found));
    }

    @Override
    public Uni<Void> revokeAll(Mutiny.StatelessSession session, Withdrawn withdrawn) {
        return Database.select(
                        session,
                        SELECT + "where subject = $1 and purpose = $2 and revoked_at is null order by id for update",
                        withdrawn.subject(),
                        withdrawn.purpose().toString())
                .chain(rows -> OneByOne.each(
                        rows, row -> takeBack(session, endorsement(row), withdrawn.reason(), withdrawn.by())));
    }

    private Uni<Endorsement> takeBack(Mutiny.StatelessSession session, Endorsement found, String reason, String by) {
        Instant now = clock.instant();
        return Database.insert(
                        session,
                        "update endorsement set revoked_by = $3, revoked_at = $4, reason = $5"
                                + " where issuer_no = $1 and id = $2",
                        found.issuerNo(),
                        found.number(),
                        by,
                        Database.time(now),
                        reason)
                .chain(() -> statusLists.flip(session, found.revocation(), true))
                .chain(() -> tell(session, found, "endorsement.revoked", by, reason))
                .replaceWith(found.revoked(new Endorsement.Revoked(by, now, reason)));
    }

    private Uni<Void> tell(
            Mutiny.StatelessSession session, Endorsement endorsement, String type, String by, String detail) {
        return outbox.add(
                session,
                List.of(new OutboxEvent(endorsement.issuerNo(), type, endorsement.id(), by, detail, clock.instant())));
    }

    private static Endorsement endorsement(Object[] row) {
        int issuerNo = (Integer) there(row[0]);
        Instant revokedAt = Database.instantOrNull(row[13]);
        return new Endorsement(
                issuerNo,
                (Long) there(row[1]),
                (String) there(row[2]),
                (String) there(row[3]),
                Constants.stored(Endorsement.Purpose.class, (String) there(row[4])),
                (String) there(row[5]),
                new Endorsement.Term(Database.instant(there(row[6])), Database.instantOrNull(row[7])),
                new StatusListIndex(
                        issuerNo, (Integer) there(row[8]), StatusPurpose.REVOCATION, (Integer) there(row[9])),
                new Endorsement.Made((String) there(row[10]), Database.instant(there(row[11]))),
                revokedAt == null
                        ? null
                        : new Endorsement.Revoked((String) there(row[12]), revokedAt, (String) there(row[14])));
    }

    private static Object there(@Nullable Object value) {
        return Objects.requireNonNull(value);
    }

    private static byte[] bytes(Object value) {
        return ((Buffer) value).getBytes();
    }
}
