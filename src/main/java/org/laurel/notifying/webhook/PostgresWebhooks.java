package org.laurel.notifying.webhook;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.shared.outbox.Outbox;
import org.laurel.shared.outbox.OutboxEvent;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.store.Alongside;
import org.laurel.shared.store.Database;
import org.laurel.shared.store.Page;
import org.laurel.shared.store.PageRequest;
import org.laurel.shared.store.PublicId;

/** Addresses that are told what happens, in PostgreSQL. */
@ApplicationScoped
class PostgresWebhooks implements Webhooks {
    private static final Duration BOTH = Duration.ofDays(1);
    private static final String SELECT =
            "select issuer_no, id, public_id, url, types, state, failing_since, created_at, created_by from webhook";
    private static final String ONE = SELECT + " where issuer_no = $1 and public_id = $2 and state <> 'removed'";

    private final Database database;
    private final WebhookVault vault;
    private final Outbox outbox;
    private final SecureRandom random;
    private final Clock clock;
    private final PostgresWebhookFeed feed;

    PostgresWebhooks(
            Database database,
            WebhookVault vault,
            Outbox outbox,
            SecureRandom random,
            Clock clock,
            PostgresWebhookFeed feed) {
        this.database = database;
        this.vault = vault;
        this.outbox = outbox;
        this.random = random;
        this.clock = clock;
        this.feed = feed;
    }

    @Override
    public Uni<NewWebhook> create(int issuerNo, Wanted wanted, String by, Alongside<NewWebhook> alongside) {
        String id = PublicId.fresh(issuerNo, random).toString();
        WebhookSecret secret = WebhookSecret.fresh(random);
        return database.write(session -> requireRoom(session, issuerNo)
                        .chain(() -> Database.select(
                                session,
                                "insert into webhook (issuer_no, id, public_id, url, types, state, sealed_secret, failures,"
                                        + " resting_until, created_at, created_by) values ($1, nextval('row_number'), $2, $3,"
                                        + " $4, 'enabled', $5, 0, $6, $6, $7) returning issuer_no, id, public_id, url, types,"
                                        + " state, failing_since, created_at, created_by",
                                issuerNo,
                                id,
                                wanted.url().toString(),
                                wanted.types().toArray(String[]::new),
                                Buffer.buffer(vault.seal(id, secret)),
                                now(),
                                by))
                        .map(rows -> new NewWebhook(webhook(rows.get(0)), secret))
                        .call(() -> tell(session, issuerNo, id, "webhook.created", by))
                        .call(made -> alongside.store(session, made)))
                .call(feed::refresh);
    }

    /** The issuer's row is locked, so that of two at once one sees the other. */
    private static Uni<Void> requireRoom(Mutiny.StatelessSession session, int issuerNo) {
        return Database.select(session, "select 1 from issuer where issuer_no = $1 for no key update", issuerNo)
                .chain(() -> Database.select(
                        session,
                        "select count(*)::int from webhook where issuer_no = $1 and state <> 'removed'",
                        issuerNo))
                .invoke(rows -> {
                    if ((Integer) rows.get(0)[0] >= MOST) {
                        throw ProblemException.of(
                                ProblemType.CONFLICT, "The issuer has " + MOST + " webhooks; remove one first.");
                    }
                })
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Webhook>> find(int issuerNo, String id) {
        return database.read(session -> Database.select(session, ONE, issuerNo, id))
                .map(PostgresWebhooks::first);
    }

    @Override
    public Uni<List<Webhook>> list(int issuerNo) {
        return database.read(session -> Database.select(
                        session, SELECT + " where issuer_no = $1 and state <> 'removed' order by id desc", issuerNo))
                .map(rows -> rows.stream().map(PostgresWebhooks::webhook).toList());
    }

    @Override
    public Uni<Boolean> remove(int issuerNo, String id, String by) {
        return change(
                        issuerNo,
                        id,
                        "state = 'removed', sealed_secret = '', sealed_before = null",
                        "webhook.removed",
                        by)
                .call(found -> found.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : database.write(session -> giveUp(session, found.get())))
                .map(Optional::isPresent);
    }

    private Uni<Void> giveUp(Mutiny.StatelessSession session, Webhook removed) {
        return Database.insert(
                session,
                "update webhook_delivery set state = 'failed', fault = 'the webhook was removed', lease = null, settled_at ="
                        + " $3 where issuer_no = $1 and webhook_no = $2 and state = 'waiting'",
                removed.issuerNo(),
                removed.number(),
                now());
    }

    @Override
    public Uni<Optional<Webhook>> enable(int issuerNo, String id, String by) {
        return change(
                        issuerNo,
                        id,
                        "state = 'enabled', failing_since = null, failures = 0, resting_until = created_at",
                        "webhook.enabled",
                        by)
                .call(feed::refresh);
    }

    private Uni<Optional<Webhook>> change(int issuerNo, String id, String how, String event, String by) {
        return database.write(session -> Database.select(
                        session,
                        "update webhook set " + how + " where issuer_no = $1 and public_id = $2 and state <> 'removed'"
                                + " returning issuer_no, id, public_id, url, types, state, failing_since, created_at,"
                                + " created_by",
                        issuerNo,
                        id)
                .map(PostgresWebhooks::first)
                .call(found -> found.isEmpty() ? Uni.createFrom().voidItem() : tell(session, issuerNo, id, event, by)));
    }

    @Override
    public Uni<Optional<NewWebhook>> rotate(int issuerNo, String id, String by) {
        WebhookSecret secret = WebhookSecret.fresh(random);
        return database.write(session -> Database.select(
                        session,
                        "update webhook set sealed_before = sealed_secret, before_until = $4, sealed_secret = $3"
                                + " where issuer_no = $1 and public_id = $2 and state <> 'removed' returning issuer_no, id,"
                                + " public_id, url, types, state, failing_since, created_at, created_by",
                        issuerNo,
                        id,
                        Buffer.buffer(vault.seal(id, secret)),
                        Database.time(clock.instant().plus(BOTH)))
                .map(PostgresWebhooks::first)
                .call(found -> found.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : tell(session, issuerNo, id, "webhook.secret-rotated", by))
                .map(found -> found.map(webhook -> new NewWebhook(webhook, secret))));
    }

    @Override
    public Uni<Page<Delivery>> deliveries(Webhook webhook, Optional<String> state, PageRequest page) {
        return database.read(session -> Database.select(
                        session,
                        "select public_id, type, subject, occurred_at, state, attempts, status, fault, due_at, settled_at, id"
                                + " from webhook_delivery where issuer_no = $1 and webhook_no = $2 and id < $3"
                                + " and ($4 = '' or state = $4) order by id desc limit $5",
                        webhook.issuerNo(),
                        webhook.number(),
                        page.before(),
                        state.orElse(""),
                        page.limit() + 1))
                .map(rows -> Page.of(rows, page, row -> (Long) row[10]).map(PostgresWebhooks::delivery));
    }

    @Override
    public Uni<Optional<Delivery>> redeliver(Webhook webhook, String id) {
        return database.write(session -> Database.select(
                        session,
                        "update webhook_delivery set state = 'waiting', due_at = $4, attempts = 0, lease = null, settled_at ="
                                + " null where issuer_no = $1 and webhook_no = $2 and public_id = $3 returning public_id,"
                                + " type, subject, occurred_at, state, attempts, status, fault, due_at, settled_at",
                        webhook.issuerNo(),
                        webhook.number(),
                        id,
                        now()))
                .map(rows -> rows.stream().findFirst().map(PostgresWebhooks::delivery));
    }

    private Uni<Void> tell(Mutiny.StatelessSession session, int issuerNo, String id, String type, String by) {
        return outbox.add(session, List.of(new OutboxEvent(issuerNo, type, id, by, "", clock.instant())));
    }

    private OffsetDateTime now() {
        return Database.time(clock.instant());
    }

    private static Optional<Webhook> first(List<Object[]> rows) {
        return rows.stream().findFirst().map(PostgresWebhooks::webhook);
    }

    private static Webhook webhook(Object[] row) {
        return new Webhook(
                (Integer) row[0],
                (Long) row[1],
                (String) row[2],
                (String) row[3],
                Arrays.stream((Object[]) row[4]).map(String::valueOf).toList(),
                "enabled".equals(row[5]),
                Database.instantOrNull(row[6]),
                Database.instant(row[7]),
                (String) row[8]);
    }

    private static Delivery delivery(Object[] row) {
        String state = (String) row[4];
        return new Delivery(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                Database.instant(row[3]),
                state,
                (Integer) row[5],
                (Integer) row[6],
                (String) row[7],
                state.equals("waiting") ? Database.instantOrNull(row[8]) : null,
                Database.instantOrNull(row[9]));
    }
}
