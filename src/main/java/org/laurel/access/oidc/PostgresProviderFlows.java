package org.laurel.access.oidc;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.laurel.shared.store.Database;

/**
 * Sign-ins in PostgreSQL, so that any replica ends what another began; of each only a hash is kept. Anybody can begin one,
 * so that they are counted: whoever begins thousands holds up this way of signing in, neither the provider nor the store.
 */
@ApplicationScoped
class PostgresProviderFlows implements ProviderFlows {
    private static final long MOST = 2_000;

    private final Database database;
    private final SecureRandom random;
    private final Clock clock;

    PostgresProviderFlows(Database database, SecureRandom random, Clock clock) {
        this.database = database;
        this.random = random;
        this.clock = clock;
    }

    @Override
    public Uni<ProviderFlow> begin(String next) {
        ProviderFlow flow = ProviderFlow.fresh(random);
        return database.write(session -> Database.select(
                        session,
                        "insert into oidc_flow (hash, next, ends_at) select $1::bytea, $2::text, $3::timestamptz"
                                + " where (select count(*) from oidc_flow where ends_at > $4) < $5 returning 1",
                        Buffer.buffer(flow.hash()),
                        next,
                        now().plus(ProviderCookie.LONGEST),
                        now(),
                        MOST))
                .map(rows -> {
                    if (rows.isEmpty()) {
                        throw new ProviderRefusedException(ProviderRefusedException.Reason.BUSY);
                    }
                    return flow;
                });
    }

    @Override
    public Uni<Optional<String>> take(ProviderFlow flow) {
        return database.write(session -> Database.select(
                        session,
                        "delete from oidc_flow where hash = $1 and ends_at > $2 returning next",
                        Buffer.buffer(flow.hash()),
                        now()))
                .map(rows -> rows.stream().findFirst().map(row -> (String) row[0]));
    }

    /** Some never come back: their reader went away. */
    @Scheduled(every = "5m", delayed = "6m")
    Uni<Void> sweep() {
        return database.write(session -> Database.insert(session, "delete from oidc_flow where ends_at < $1", now()));
    }

    private OffsetDateTime now() {
        return Database.time(clock.instant());
    }
}
