package org.laurel.notifying.webhook;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.shared.outbox.Outbox;
import org.laurel.shared.outbox.OutboxEvent;
import org.laurel.shared.store.Database;

/** The queues of all addresses in PostgreSQL. */
@ApplicationScoped
class PostgresDeliveryQueue implements DeliveryQueue {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration LASTING = Duration.ofDays(3);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);

    /** How long to wait after each attempt, as Standard Webhooks proposes: three days and a bit in all. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    /** Four at once to an address, one while it fails; eight at once for an issuer, so that none takes all there is. */
    private static final String CLAIM = "update webhook_delivery d set lease = $1, due_at = $2, attempts = attempts + 1"
            + " from (select n.issuer_no, n.id from webhook w cross join lateral (select issuer_no, id, due_at from"
            + " webhook_delivery where issuer_no = w.issuer_no and webhook_no = w.id and state = 'waiting' and due_at <= $3"
            + " order by due_at, id limit 1 for update skip locked) n where w.state = 'enabled' and w.resting_until <= $3"
            + " and (select count(*) from webhook_delivery h where h.issuer_no = w.issuer_no and h.lease is not null"
            + " and h.webhook_no = w.id and h.due_at > $3) < case when w.failures > 0 then 1 else 4 end"
            + " and (select count(*) from webhook_delivery h where h.issuer_no = w.issuer_no and h.lease is not null"
            + " and h.due_at > $3) < 8 order by n.due_at limit $4) n, webhook w, issuer i"
            + " where d.issuer_no = n.issuer_no and d.id = n.id and w.issuer_no = d.issuer_no and w.id = d.webhook_no"
            + " and i.issuer_no = d.issuer_no returning d.issuer_no, i.public_id as issuer_id, d.id, d.webhook_no, w.url,"
            + " w.public_id as webhook_id, w.sealed_secret, w.sealed_before, w.before_until, d.public_id, d.type, d.subject,"
            + " d.occurred_at, d.attempts";

    private final Pool pool;
    private final Database database;
    private final WebhookVault vault;
    private final Outbox outbox;
    private final Clock clock;

    PostgresDeliveryQueue(Pool pool, Database database, WebhookVault vault, Outbox outbox, Clock clock) {
        this.pool = pool;
        this.database = database;
        this.vault = vault;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Uni<List<Claim>> claim(Instant now, int most) {
        UUID lease = UUID.randomUUID();
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(lease, Database.time(now.plus(LEASE)), Database.time(now), most))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> claimed(row, lease, now))
                        .toList());
    }

    private Claim claimed(Row row, UUID lease, Instant now) {
        String webhook = row.getString("webhook_id");
        List<WebhookSecret> secrets = new ArrayList<>();
        secrets.add(vault.open(webhook, row.getBuffer("sealed_secret").getBytes()));
        Buffer before = row.getBuffer("sealed_before");
        OffsetDateTime until = row.getOffsetDateTime("before_until");
        if (before != null && until != null && until.toInstant().isAfter(now)) {
            secrets.add(vault.open(webhook, before.getBytes()));
        }
        return new Claim(
                row.getInteger("issuer_no"),
                row.getString("issuer_id"),
                row.getLong("id"),
                row.getLong("webhook_no"),
                URI.create(row.getString("url")),
                secrets,
                new Told(
                        row.getString("public_id"),
                        row.getString("type"),
                        row.getString("subject"),
                        row.getOffsetDateTime("occurred_at").toInstant()),
                lease,
                row.getInteger("attempts"));
    }

    @Override
    public Uni<Void> delivered(Claim claim, int status) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(
                        "update webhook_delivery set state = 'delivered', status = $4, fault = null, lease = null,"
                                + " settled_at = $5 where issuer_no = $1 and id = $2 and lease = $3")
                .execute(Tuple.of(
                        claim.issuerNo(), claim.number(), claim.lease(), status, Database.time(clock.instant())))
                .chain(() -> connection
                        .preparedQuery(
                                "update webhook set failures = 0, failing_since = null, resting_until = created_at"
                                        + " where issuer_no = $1 and id = $2 and failures > 0")
                        .execute(Tuple.of(claim.issuerNo(), claim.webhookNo())))
                .replaceWithVoid());
    }

    @Override
    public Uni<Void> failed(Claim claim, Failure failure, Instant now) {
        boolean last = claim.attempts() > PAUSES.size();
        Instant due = last ? now : now.plus(PAUSES.get(claim.attempts() - 1));
        Integer status = failure.status().isPresent() ? failure.status().getAsInt() : null;
        return database.write(session -> Database.select(
                        session,
                        "update webhook_delivery set state = $4, due_at = $5, status = nullif($6, 0), fault = $7, lease ="
                                + " null, settled_at = case when $4 = 'failed' then $8::timestamptz end"
                                + " where issuer_no = $1 and id = $2 and lease = $3 returning 1",
                        claim.issuerNo(),
                        claim.number(),
                        claim.lease(),
                        last ? "failed" : "waiting",
                        Database.time(due),
                        status == null ? 0 : status,
                        failure.fault(),
                        Database.time(now))
                .chain(rows -> rows.isEmpty() ? Uni.createFrom().voidItem() : rest(session, claim, failure, now)));
    }

    private Uni<Void> rest(Mutiny.StatelessSession session, Claim claim, Failure failure, Instant now) {
        return Database.select(
                        session,
                        "update webhook set failures = failures + 1, failing_since = coalesce(failing_since, $3),"
                                + " resting_until = $3::timestamptz + least(power(2, least(failures, 10)), $4::float8) * interval '1 s',"
                                + " state = case when state = 'enabled' and ($5 or failing_since <= $6) then 'disabled' else"
                                + " state end where issuer_no = $1 and id = $2 returning state, public_id",
                        claim.issuerNo(),
                        claim.webhookNo(),
                        Database.time(now),
                        (double) LONGEST_REST.toSeconds(),
                        failure.isGone(),
                        Database.time(now.minus(LASTING)))
                .chain(rows -> !rows.isEmpty() && "disabled".equals(rows.get(0)[0])
                        ? disabled(session, claim, (String) rows.get(0)[1], failure)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> disabled(Mutiny.StatelessSession session, Claim claim, String webhook, Failure failure) {
        return Database.insert(
                        session,
                        "update webhook_delivery set state = 'failed', fault = 'the webhook was disabled', lease = null,"
                                + " settled_at = $3 where issuer_no = $1 and webhook_no = $2 and state = 'waiting'",
                        claim.issuerNo(),
                        claim.webhookNo(),
                        Database.time(clock.instant()))
                .chain(() -> outbox.add(
                        session,
                        List.of(new OutboxEvent(
                                claim.issuerNo(),
                                "webhook.disabled",
                                webhook,
                                "webhook",
                                failure.fault(),
                                clock.instant()))));
    }

    /** What came to its end a month ago is forgotten; the events themselves stay. */
    @Scheduled(every = "1h", delayed = "13m")
    Uni<Void> sweep() {
        return pool.preparedQuery("delete from webhook_delivery where settled_at < $1")
                .execute(Tuple.of(Database.time(clock.instant().minus(KEPT))))
                .replaceWithVoid();
    }
}
