package org.laurel.issuing.batch;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.json.JsonColumns;
import org.laurel.shared.outbox.Outbox;
import org.laurel.shared.outbox.OutboxEvent;
import org.laurel.shared.store.Database;

/** Chunks in PostgreSQL. */
@ApplicationScoped
class PostgresChunks implements Chunks {
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final int MOST_ATTEMPTS = 10;

    /**
     * What is next in a batch: while it is checked, what nobody has judged; later, what nobody has done. That it is not done is
     * said twice, so that the index of those is used, and a batch of a million does not look at all it has done for each chunk.
     */
    private static final String OPEN =
            "c.state <> 'done' and c.state = case when b.state <> 'checking' and b.mode = 'allOrNothing'"
                    + " and not b.dry_run then 'checked' else 'waiting' end"
                    + " and (c.leased_until is null or c.leased_until < $3)";

    private static final String CLAIM = "update batch_chunk set lease = $1, leased_until = $2, attempts = attempts + 1"
            + " where (issuer_no, batch_no, chunk_no) = (select issuer_no, batch_no, chunk_no from batch_chunk c"
            + " join batch b using (issuer_no) where b.id = c.batch_no and b.state in ('checking', 'queued', 'running')"
            + " and (b.issuer_no, b.id) = ($4, $5) and " + OPEN
            + " order by chunk_no limit 1 for update of c skip locked)"
            + " returning chunk_no, first_row, last_row";

    /** The batch whose issuer has the fewest chunks held; among those the one that began first. */
    private static final String NEXT = BatchRecords.SELECT + " where b.state in ('checking', 'queued', 'running')"
            + " and exists (select 1 from batch_chunk c where c.issuer_no = b.issuer_no and c.batch_no = b.id and "
            + OPEN.replace("$3", "$1")
            + ") order by (select count(*) from batch_chunk h where h.issuer_no = b.issuer_no"
            + " and h.state <> 'done' and h.leased_until >= $1), b.id limit 1";

    /** Every row was judged: one bad one stops all, else it waits for its turn. */
    private static final String CHECKED =
            "update batch b set state = case when f.failed > 0 then 'failed' else 'queued' end,"
                    + " finished_at = case when f.failed > 0 then now() end,"
                    + " fault = case when f.failed > 0 then 'not one bad row was allowed' end"
                    + " from (select sum(failed) as failed from batch_chunk where issuer_no = $1 and batch_no = $2) f"
                    + " where b.issuer_no = $1 and b.id = $2 and b.state = 'checking'"
                    + " and not exists (select 1 from batch_chunk where issuer_no = $1 and batch_no = $2"
                    + " and state = 'waiting') returning b.state";

    private static final String COMPLETED = "update batch set state = 'completed', finished_at = now()"
            + " where issuer_no = $1 and id = $2 and state in ('queued', 'running', 'paused')"
            + " and not exists (select 1 from batch_chunk where issuer_no = $1 and batch_no = $2"
            + " and state <> 'done') returning state";

    /** The tables that chunks look things up in: a plan made for an empty one would read it whole. */
    private static final String[] PLANNED = {
        "batch_row", "batch_twin", "batch_chunk", "batch_outcome", "recipient", "person_key", "award"
    };

    private final Pool pool;
    private final Outbox outbox;
    private final Clock clock;

    PostgresChunks(Pool pool, Outbox outbox, Clock clock) {
        this.pool = pool;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Uni<Optional<Claim>> claim() {
        return pool.preparedQuery(NEXT)
                .execute(Tuple.of(PostgresBatches.time(clock.instant())))
                .map(rows -> BatchRecords.batches(rows).stream().findFirst())
                .chain(next -> next.isEmpty() ? Uni.createFrom().item(Optional.empty()) : claim(next.get()));
    }

    private Uni<Optional<Claim>> claim(Batch batch) {
        UUID lease = UUID.randomUUID();
        var now = clock.instant();
        return pool.withTransaction(connection -> connection
                .preparedQuery(CLAIM)
                .execute(Tuple.of(
                        lease,
                        PostgresBatches.time(now.plus(LEASE)),
                        PostgresBatches.time(now),
                        batch.issuerNo(),
                        batch.number()))
                .chain(rows -> {
                    Optional<Claim> claim = StreamSupport.stream(rows.spliterator(), false)
                            .map(row ->
                                    new Claim(batch, row.getInteger(0), row.getInteger(1), row.getInteger(2), lease))
                            .findFirst();
                    return connection
                            .preparedQuery(
                                    "update batch set started_at = coalesce(started_at, $3), state = case when state"
                                            + " = 'queued' then 'running' else state end"
                                            + " where issuer_no = $1 and id = $2 and (started_at is null or state = 'queued')")
                            .execute(Tuple.of(batch.issuerNo(), batch.number(), PostgresBatches.time(now)))
                            .replaceWith(claim);
                }));
    }

    @Override
    public Uni<List<WaitingRow>> rows(Claim claim) {
        return pool.preparedQuery(
                        "select r.row_no, r.sealed_request, r.lookup, t.first_row, t.by_external_id from batch_row r"
                                + " left join batch_twin t on t.issuer_no = $1 and t.batch_no = $2"
                                + " and t.row_no between $3 and $4 and t.row_no = r.row_no"
                                + " left join batch_outcome o on o.issuer_no = $1 and o.batch_no = $2"
                                + " and o.row_no between $3 and $4 and o.row_no = r.row_no"
                                + " where r.issuer_no = $1 and r.batch_no = $2 and r.row_no between $3 and $4"
                                + " and o.row_no is null order by r.row_no")
                .execute(Tuple.of(claim.batch().issuerNo(), claim.batch().number(), claim.firstRow(), claim.lastRow()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PostgresChunks::waiting)
                        .toList());
    }

    private static WaitingRow waiting(Row row) {
        return new WaitingRow(
                row.getInteger("row_no"),
                bytes(row.getBuffer("sealed_request")),
                bytes(row.getBuffer("lookup")),
                row.getInteger("first_row"),
                Boolean.TRUE.equals(row.getBoolean("by_external_id")));
    }

    private static byte @Nullable [] bytes(@Nullable Buffer buffer) {
        return buffer == null ? null : buffer.getBytes();
    }

    /** The batch is locked first: two who end the last two chunks at once must see each other. */
    @Override
    public Uni<Void> finish(Mutiny.StatelessSession session, Claim claim, List<Outcome> outcomes) {
        return record(session, claim, outcomes)
                .chain(() -> update(
                        session,
                        claim,
                        "update batch set version = version + 1 where issuer_no = :issuer" + " and id = :batch"))
                .chain(() -> session.createNativeQuery("update batch_chunk set state = :next, lease = null,"
                                + " leased_until = null, attempts = 0 where issuer_no = :issuer and batch_no = :batch"
                                + " and chunk_no = :chunk and lease = :lease")
                        .setParameter("next", claim.isCheck() ? "checked" : "done")
                        .setParameter("issuer", claim.batch().issuerNo())
                        .setParameter("batch", claim.batch().number())
                        .setParameter("chunk", claim.number())
                        .setParameter("lease", claim.lease())
                        .executeUpdate())
                .map(PostgresChunks::held)
                .chain(() -> Database.select(
                        session,
                        claim.isCheck() ? CHECKED : COMPLETED,
                        claim.batch().issuerNo(),
                        claim.batch().number()))
                .chain(ended -> ended.isEmpty() ? Uni.createFrom().voidItem() : tell(session, claim, ended.get(0)));
    }

    private Uni<Void> tell(Mutiny.StatelessSession session, Claim claim, Object[] ended) {
        Batch batch = claim.batch();
        return outbox.add(
                session,
                List.of(new OutboxEvent(
                        batch.issuerNo(), "batch." + ended[0], batch.id(), batch.createdBy(), "", clock.instant())));
    }

    private static Uni<Void> update(Mutiny.StatelessSession session, Claim claim, String sql) {
        return session.createNativeQuery(sql)
                .setParameter("issuer", claim.batch().issuerNo())
                .setParameter("batch", claim.batch().number())
                .executeUpdate()
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> record(Mutiny.StatelessSession session, Claim claim, List<Outcome> outcomes) {
        Uni<Void> stored = outcomes.isEmpty() ? Uni.createFrom().voidItem() : insert(session, claim, outcomes);
        return stored.chain(() -> session.createNativeQuery("update batch_chunk set awarded = awarded + :awarded,"
                                + " skipped = skipped + :skipped, failed = failed + :failed, valid = valid + :valid,"
                                + " done_at = now() where issuer_no = :issuer and batch_no = :batch"
                                + " and chunk_no = :chunk and lease = :lease")
                        .setParameter("awarded", count(outcomes, RowState.AWARDED))
                        .setParameter("skipped", count(outcomes, RowState.SKIPPED))
                        .setParameter("failed", count(outcomes, RowState.FAILED))
                        .setParameter("valid", count(outcomes, RowState.VALID))
                        .setParameter("issuer", claim.batch().issuerNo())
                        .setParameter("batch", claim.batch().number())
                        .setParameter("chunk", claim.number())
                        .setParameter("lease", claim.lease())
                        .executeUpdate())
                .map(PostgresChunks::held);
    }

    private static Void held(int rows) {
        if (rows != 1) {
            throw new LeaseLostException();
        }
        return null;
    }

    private static int count(List<Outcome> outcomes, RowState state) {
        return (int) outcomes.stream().filter(one -> one.state() == state).count();
    }

    private static Uni<Void> insert(Mutiny.StatelessSession session, Claim claim, List<Outcome> outcomes) {
        return Database.insert(
                session,
                "insert into batch_outcome (issuer_no, batch_no, row_no, state, award_id, credential_id, faults)"
                        + " select $1, $2, * from unnest($3::int[], $4::text[], $5::text[], $6::text[], $7::text[])",
                claim.batch().issuerNo(),
                claim.batch().number(),
                Database.column(outcomes, Integer[]::new, Outcome::row),
                Database.column(
                        outcomes, String[]::new, outcome -> outcome.state().toString()),
                Database.column(outcomes, String[]::new, Outcome::awardId),
                Database.column(outcomes, String[]::new, Outcome::credentialId),
                Database.column(
                        outcomes,
                        String[]::new,
                        outcome -> outcome.faults().isEmpty() ? null : JsonColumns.write(outcome.faults())));
    }

    @Override
    public Uni<Void> release(Claim claim, String fault) {
        Tuple which = Tuple.of(
                claim.batch().issuerNo(), claim.batch().number(), claim.number(), claim.lease(), MOST_ATTEMPTS, fault);
        return pool.preparedQuery("with given_back as (update batch_chunk set lease = null, leased_until ="
                        + " now() + least(attempts, 10) * interval '3 s'"
                        + " where issuer_no = $1 and batch_no = $2 and chunk_no = $3 and lease = $4 returning attempts)"
                        + " update batch set state = 'paused', fault = $6, version = version + 1 from given_back"
                        + " where issuer_no = $1 and id = $2 and given_back.attempts >= $5"
                        + " and state in ('checking', 'queued', 'running')")
                .execute(which)
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> refreshStatistics() {
        return pool.preparedQuery("select s.relname from pg_stat_user_tables s join pg_class c on c.oid = s.relid"
                        + " where s.relname = any($1) and s.n_mod_since_analyze > 3 * greatest(c.reltuples, 30)")
                .execute(Tuple.of(PLANNED))
                .chain(rows -> {
                    String grown = StreamSupport.stream(rows.spliterator(), false)
                            .map(row -> row.getString(0))
                            .collect(Collectors.joining(", "));
                    return grown.isEmpty()
                            ? Uni.createFrom().voidItem()
                            : pool.query("analyze " + grown).execute().replaceWithVoid();
                });
    }
}
