package org.laurel.issuing.hold;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.shared.outbox.Outbox;
import org.laurel.shared.outbox.OutboxEvent;
import org.laurel.shared.store.Database;

/** Legal holds in PostgreSQL. A lock on whom one is about makes a hold and an erasure take turns. */
@ApplicationScoped
class PostgresLegalHolds implements LegalHolds {
    private final Database database;
    private final Outbox outbox;
    private final Clock clock;

    PostgresLegalHolds(Database database, Outbox outbox, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Uni<Optional<LegalHold>> find(Held whom) {
        return database.read(session -> find(session, whom.issuerNo(), whom.subject()));
    }

    private static Uni<Optional<LegalHold>> find(Mutiny.StatelessSession session, int issuerNo, byte[] subject) {
        return Database.select(
                        session,
                        "select reason, held_by, held_at from legal_hold where issuer_no = $1 and subject = $2",
                        issuerNo,
                        Buffer.buffer(subject))
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new LegalHold(
                                (String) Objects.requireNonNull(row[0]),
                                (String) Objects.requireNonNull(row[1]),
                                Database.instant(row[2]))));
    }

    @Override
    public Uni<LegalHold> hold(Held whom, String reason, String by) {
        return database.write(session -> lock(session, whom.subject())
                .chain(() -> Database.select(
                        session,
                        "insert into legal_hold (issuer_no, subject, reason, held_by, held_at) values ($1, $2, $3, $4, $5)"
                                + " on conflict do nothing returning 1",
                        whom.issuerNo(),
                        Buffer.buffer(whom.subject()),
                        reason,
                        by,
                        Database.time(clock.instant())))
                .chain(made ->
                        made.isEmpty() ? Uni.createFrom().voidItem() : tell(session, whom, "hold.set", by, reason))
                .chain(() -> find(session, whom.issuerNo(), whom.subject()))
                .map(Optional::orElseThrow));
    }

    @Override
    public Uni<Boolean> lift(Held whom, String by) {
        return database.write(session -> lock(session, whom.subject())
                .chain(() -> Database.select(
                        session,
                        "delete from legal_hold where issuer_no = $1 and subject = $2 returning 1",
                        whom.issuerNo(),
                        Buffer.buffer(whom.subject())))
                .call(gone -> gone.isEmpty() ? Uni.createFrom().voidItem() : tell(session, whom, "hold.lifted", by, ""))
                .map(gone -> !gone.isEmpty()));
    }

    @Override
    public Uni<Void> requireNone(Mutiny.StatelessSession session, int issuerNo, byte[] subject, String what) {
        return lock(session, subject)
                .chain(() -> find(session, issuerNo, subject))
                .invoke(found -> {
                    if (found.isPresent()) {
                        throw found.get().not(what);
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<Void> lock(Mutiny.StatelessSession session, byte[] subject) {
        return Database.select(
                        session,
                        "select count(pg_advisory_xact_lock(l)) from (select $1::bigint l) s",
                        ByteBuffer.wrap(subject).getLong() ^ 0x401DL)
                .replaceWithVoid();
    }

    private Uni<Void> tell(Mutiny.StatelessSession session, Held whom, String type, String by, String detail) {
        return outbox.add(
                session, List.of(new OutboxEvent(whom.issuerNo(), type, whom.id(), by, detail, clock.instant())));
    }
}
