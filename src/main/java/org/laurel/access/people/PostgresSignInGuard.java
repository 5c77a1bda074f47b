package org.laurel.access.people;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.shared.store.Database;

/** Attempts in PostgreSQL, so that all replicas count together. Five are free; then one a minute, two, four, up to an hour. */
@ApplicationScoped
class PostgresSignInGuard implements SignInGuard {
    private static final int FREE = 5;
    private static final int LONGEST_SECONDS = 3_600;

    private final Database database;
    private final AccountWrites writes;

    PostgresSignInGuard(Database database, AccountWrites writes) {
        this.database = database;
        this.writes = writes;
    }

    @Override
    public Uni<Optional<Duration>> attempt(EmailAddress address) {
        Buffer lookup = Buffer.buffer(writes.lookup(address));
        OffsetDateTime now = writes.now();
        return database.write(session -> Database.select(
                        session,
                        "insert into sign_in_guard as g (lookup, failures, last_at) values ($1, 1, $2)"
                                + " on conflict (lookup) do update set failures ="
                                + " case when g.last_at < $2 - interval '1 day' then 1 else least(g.failures, 1000) + 1 end,"
                                + " last_at = $2, blocked_until ="
                                + " case when g.last_at < $2 - interval '1 day' or g.failures < $3 then null"
                                + " else $2 + make_interval(secs => least(60 * 2 ^ least(g.failures - $3, 6), $4)) end"
                                + " where g.blocked_until is null or g.blocked_until <= $2 returning 1",
                        lookup,
                        now,
                        FREE,
                        LONGEST_SECONDS)
                .chain(rows -> rows.isEmpty()
                        ? wait(session, lookup, now)
                        : Uni.createFrom().item(Optional.empty())));
    }

    private static Uni<Optional<Duration>> wait(Mutiny.StatelessSession session, Buffer lookup, OffsetDateTime now) {
        return Database.select(session, "select blocked_until from sign_in_guard where lookup = $1", lookup)
                .map(rows -> rows.stream().findFirst().map(row -> Duration.between(now, (OffsetDateTime) row[0])
                        .plusSeconds(1)));
    }

    @Override
    public Uni<Void> succeeded(EmailAddress address) {
        return database.write(session -> Database.insert(
                session, "delete from sign_in_guard where lookup = $1", Buffer.buffer(writes.lookup(address))));
    }

    /** What is older than a day counts no more. */
    @Scheduled(every = "1h", delayed = "10m")
    Uni<Void> sweep() {
        return database.write(session -> Database.insert(
                session,
                "delete from sign_in_guard where last_at < $1",
                writes.now().minusDays(1)));
    }
}
