package org.laurel.notifying.mail;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.shared.letter.Letter;
import org.laurel.shared.letter.LetterState;
import org.laurel.shared.outbox.Outbox;
import org.laurel.shared.outbox.OutboxEvent;
import org.laurel.shared.sealing.Person;
import org.laurel.shared.store.Database;

/** The queue of letters in PostgreSQL. */
@ApplicationScoped
class PostgresLetterQueue implements LetterQueue {
    /** How long sending a few may take before another worker takes them over. */
    private static final Duration LEASE = Duration.ofMinutes(5);
    /** What was not sent in one such time may be sent in the next, and no more: the part of a minute that it is. */
    private static final double BURST = 1.0 / 6;

    /** What is allowed grows with time; the row is locked, so that machines ask one after the other. */
    private static final String PACE = "update letter_pace set allowed = least(greatest(1, $2::float8 * $3::float8),"
            + " allowed + $2::float8 * greatest(0, extract(epoch from ($1::timestamptz - counted_at)))::float8 / 60),"
            + " counted_at = greatest(counted_at, $1::timestamptz) returning floor(allowed)::int";

    private static final String CLAIM = "update letter l set lease = $1, due_at = $2, attempts = attempts + 1,"
            + " first_tried_at = coalesce(first_tried_at, $3) from (select issuer_no, id from letter"
            + " where state = 'waiting' and bulk = $4 and due_at <= $3 order by due_at, id limit $5"
            + " for update skip locked) n where l.issuer_no = n.issuer_no and l.id = n.id returning l.*";

    private final MailConfig config;
    private final Pool pool;
    private final Database database;
    private final Outbox outbox;
    private final Clock clock;

    PostgresLetterQueue(MailConfig config, Pool pool, Database database, Outbox outbox, Clock clock) {
        this.config = config;
        this.pool = pool;
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Uni<List<Claim>> claim(Instant now, int most) {
        return pool.preparedQuery("select 1 from letter where state = 'waiting' and due_at <= $1 limit 1")
                .execute(Tuple.of(Database.time(now)))
                .chain(due -> due.size() == 0
                        ? Uni.createFrom().item(List.of())
                        : pool.withTransaction(connection -> allowed(connection, now)
                                .chain(allowed -> take(connection, now, Math.min(most, allowed)))));
    }

    private Uni<Integer> allowed(SqlConnection connection, Instant now) {
        return connection
                .preparedQuery(PACE)
                .execute(Tuple.of(Database.time(now), (double) config.perMinute(), BURST))
                .map(rows -> rows.iterator().next().getInteger(0));
    }

    private Uni<List<Claim>> take(SqlConnection connection, Instant now, int most) {
        if (most < 1) {
            return Uni.createFrom().item(List.of());
        }
        List<Claim> claims = new ArrayList<>();
        return take(connection, now, false, most)
                .invoke(claims::addAll)
                .chain(() -> claims.size() == most
                        ? Uni.createFrom().item(List.<Claim>of())
                        : take(connection, now, true, most - claims.size()))
                .invoke(claims::addAll)
                .chain(() -> connection
                        .preparedQuery("update letter_pace set allowed = allowed - $1")
                        .execute(Tuple.of((double) claims.size())))
                .replaceWith(claims);
    }

    private static Uni<List<Claim>> take(SqlConnection connection, Instant now, boolean bulk, int most) {
        return connection
                .preparedQuery(CLAIM)
                .execute(Tuple.of(UUID.randomUUID(), Database.time(now.plus(LEASE)), Database.time(now), bulk, most))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PostgresLetterQueue::claimed)
                        .toList());
    }

    private static Claim claimed(Row row) {
        Buffer secret = row.getBuffer("sealed_secret");
        Long person = row.getLong("person_no");
        return new Claim(
                row.getLong("id"),
                row.getString("public_id"),
                new Letter(
                        row.getInteger("issuer_no"),
                        row.getString("kind"),
                        row.getString("subject"),
                        person == null
                                ? Optional.empty()
                                : Optional.of(new Person(row.getInteger("person_issuer_no"), person)),
                        Optional.empty(),
                        row.getBoolean("bulk"),
                        Optional.empty()),
                secret == null ? null : secret.getBytes(),
                row.getUUID("lease"),
                row.getInteger("attempts"),
                row.getOffsetDateTime("first_tried_at").toInstant());
    }

    @Override
    public Uni<Void> settle(Claim claim, LetterState state, String answer) {
        boolean told = state == LetterState.REFUSED || state == LetterState.FAILED;
        return database.write(session -> Database.select(
                        session,
                        "update letter set state = $4, answer = nullif($5, ''), sealed_secret = null, lease = null,"
                                + " settled_at = $6 where issuer_no = $1 and id = $2 and lease = $3 returning 1",
                        claim.letter().issuerNo(),
                        claim.number(),
                        claim.lease(),
                        state.toString(),
                        answer,
                        Database.time(clock.instant()))
                .chain(rows ->
                        rows.isEmpty() || !told ? Uni.createFrom().voidItem() : tell(session, claim, state, answer)));
    }

    private Uni<Void> tell(Mutiny.StatelessSession session, Claim claim, LetterState state, String answer) {
        Letter letter = claim.letter();
        return outbox.add(
                session,
                List.of(new OutboxEvent(
                        letter.issuerNo(),
                        "letter." + state,
                        letter.subject(),
                        "mail",
                        letter.kind() + ": " + answer,
                        clock.instant())));
    }

    @Override
    public Uni<Void> postpone(Claim claim, Instant due, String answer) {
        return pool.preparedQuery("update letter set due_at = $4, answer = $5, lease = null"
                        + " where issuer_no = $1 and id = $2 and lease = $3")
                .execute(Tuple.of(claim.letter().issuerNo(), claim.number(), claim.lease(), Database.time(due), answer))
                .replaceWithVoid();
    }
}
