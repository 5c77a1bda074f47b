package org.laurel.issuing.submission;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.issuing.hold.LegalHolds;
import org.laurel.shared.outbox.Outbox;
import org.laurel.shared.outbox.OutboxEvent;
import org.laurel.shared.sealing.PersonKeys;
import org.laurel.shared.store.Database;

/** People for whom programs hand in, in PostgreSQL: found by a keyed value of their id, never by the id itself. */
@ApplicationScoped
class PostgresEducators implements Educators {
    private static final String THEIRS =
            " from submission where issuer_no = $1 and lookup = $2 and ($3 = '' or program = $3)";

    private final Database database;
    private final PersonKeys keys;
    private final LegalHolds holds;
    private final PostgresSubmissionErasure erasure;
    private final Outbox outbox;
    private final Clock clock;

    PostgresEducators(
            Database database,
            PersonKeys keys,
            LegalHolds holds,
            PostgresSubmissionErasure erasure,
            Outbox outbox,
            Clock clock) {
        this.database = database;
        this.keys = keys;
        this.holds = holds;
        this.erasure = erasure;
        this.outbox = outbox;
        this.clock = clock;
    }

    private byte[] lookup(Known educator) {
        return keys.lookup(educator.issuerNo(), SubmissionRows.user(educator.userId()));
    }

    private Uni<List<Object[]>> theirs(Mutiny.StatelessSession session, String columns, Known educator) {
        return Database.select(
                session,
                columns,
                educator.issuerNo(),
                Buffer.buffer(lookup(educator)),
                educator.program().orElse(""));
    }

    @Override
    public Uni<Optional<LegalHolds.Held>> held(Known educator) {
        return database.read(session -> theirs(session, "select public_id" + THEIRS + " order by id limit 1", educator))
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new LegalHolds.Held(
                                educator.issuerNo(), lookup(educator), (String) Objects.requireNonNull(row[0]))));
    }

    @Override
    public Uni<Integer> erase(Known educator, String by) {
        return database.write(session -> holds.requireNone(
                        session, educator.issuerNo(), lookup(educator), "The educator")
                .chain(() -> theirs(
                        session, "select issuer_no, id, public_id" + THEIRS + " order by id for update", educator))
                .call(rows -> erasure.erase(session, rows))
                .call(rows -> outbox.add(
                        session, rows.stream().map(row -> event(row, by)).toList()))
                .map(List::size));
    }

    private OutboxEvent event(Object[] row, String by) {
        return new OutboxEvent(
                (Integer) Objects.requireNonNull(row[0]),
                "submission.erased",
                (String) Objects.requireNonNull(row[2]),
                by,
                "",
                clock.instant());
    }
}
