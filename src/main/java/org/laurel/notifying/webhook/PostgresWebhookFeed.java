package org.laurel.notifying.webhook;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.laurel.shared.outbox.OutboxEvent;
import org.laurel.shared.outbox.OutboxReader;
import org.laurel.shared.store.Database;

/**
 * Writes a delivery down for each event and each address that is told of it, in the event's own transaction. Issuers without an
 * address cost nothing: who has one is known by heart, on other machines than the one that made it after a second.
 */
@ApplicationScoped
class PostgresWebhookFeed implements OutboxReader {
    private static final Logger LOG = Logger.getLogger(PostgresWebhookFeed.class);
    private static final long PAUSE_MILLIS = 1000;

    private final Pool pool;
    private final Vertx vertx;
    private final AtomicLong timer = new AtomicLong(-1);
    private volatile Set<Integer> issuers = Set.of();

    PostgresWebhookFeed(Pool pool, Vertx vertx) {
        this.pool = pool;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        timer.set(vertx.setPeriodic(0, PAUSE_MILLIS, tick -> refresh()
                .subscribe()
                .with(done -> {}, failure -> LOG.errorf(failure, "who is told of events cannot be read"))));
    }

    /** Before the database goes. */
    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer.get());
    }

    /** Reads anew who has an address. */
    Uni<Void> refresh() {
        return pool.query("select distinct issuer_no from webhook where state = 'enabled'")
                .execute()
                .invoke(rows -> {
                    Set<Integer> found = new HashSet<>();
                    rows.forEach(row -> found.add(row.getInteger(0)));
                    issuers = Set.copyOf(found);
                })
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> added(Mutiny.StatelessSession session, List<OutboxEvent> events) {
        List<OutboxEvent> told = events.stream()
                .filter(event -> issuers.contains(event.issuerNo()))
                .toList();
        return told.isEmpty()
                ? Uni.createFrom().voidItem()
                : Database.insert(
                        session,
                        "insert into webhook_delivery (issuer_no, id, webhook_no, public_id, type, subject, occurred_at,"
                                + " state, due_at, attempts) select w.issuer_no, nextval('row_number'), w.id, 'msg_' ||"
                                + " replace(gen_random_uuid()::text, '-', ''), e.type, e.subject, e.at, 'waiting', e.at, 0"
                                + " from unnest($1::int[], $2::text[], $3::text[], $4::timestamptz[])"
                                + " as e(issuer_no, type, subject, at) join webhook w on w.issuer_no = e.issuer_no"
                                + " and w.state = 'enabled' and (w.types = '{}' or e.type = any(w.types)"
                                + " or split_part(e.type, '.', 1) || '.*' = any(w.types))",
                        Database.column(told, Integer[]::new, OutboxEvent::issuerNo),
                        Database.column(told, String[]::new, OutboxEvent::type),
                        Database.column(told, String[]::new, OutboxEvent::subject),
                        Database.times(told, OutboxEvent::occurredAt));
    }
}
