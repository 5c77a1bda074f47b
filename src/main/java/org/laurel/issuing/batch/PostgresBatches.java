package org.laurel.issuing.batch;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.json.JsonColumns;
import org.laurel.shared.outbox.Outbox;
import org.laurel.shared.outbox.OutboxEvent;
import org.laurel.shared.store.Database;
import org.laurel.shared.store.Page;
import org.laurel.shared.store.PageRequest;
import org.laurel.shared.store.PublicId;

/**
 * Batches in PostgreSQL. They are written with SQL of our own, since rows come by the thousand: arrays, unfolded by
 * {@code unnest}, are one statement for all of them.
 */
@ApplicationScoped
class PostgresBatches implements Batches {
    private final Pool pool;
    private final Database database;
    private final Outbox outbox;
    private final Clock clock;

    PostgresBatches(Pool pool, Database database, Outbox outbox, Clock clock) {
        this.pool = pool;
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Uni<Batch> begin(NewBatch made) {
        Tuple values = Tuple.tuple()
                .addInteger(made.issuerNo())
                .addString(made.id().toString())
                .addString(made.options().mode().toString())
                .addString(made.options().duplicates().toString())
                .addBoolean(made.options().dryRun())
                .addValue(buffer(made.requestKey()))
                .addValue(buffer(made.contentHash()))
                .addString(made.by())
                .addValue(time(clock.instant()))
                .addString(made.fileName())
                .addString(made.options().achievement().orElse(null))
                .addBoolean(made.options().notifies());
        return pool.preparedQuery(
                        "insert into batch (issuer_no, id, public_id, state, mode, duplicates, dry_run, columns,"
                                + " total, request_key, content_hash, created_by, created_at, file_name, achievement,"
                                + " notify, version) values ($1, nextval('row_number'), $2, 'receiving', $3, $4, $5, '', 0,"
                                + " $6, $7, $8, $9, $10, $11, $12, 1)")
                .execute(values)
                .chain(() -> found(made.id()));
    }

    private Uni<Batch> found(PublicId id) {
        return find(id).map(batch -> batch.orElseThrow());
    }

    @Override
    public Uni<Optional<Earlier>> earlier(int issuerNo, String by, byte[] requestKey) {
        return pool.preparedQuery(
                        BatchRecords.SELECT + " where b.issuer_no = $1 and b.created_by = $2 and b.request_key = $3")
                .execute(Tuple.of(issuerNo, by, Buffer.buffer(requestKey)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Earlier(
                                BatchRecords.batch(row),
                                row.getBuffer("content_hash").getBytes()))
                        .findFirst());
    }

    @Override
    public Uni<Void> add(Batch batch, List<StoredRow> rows) {
        return pool.preparedQuery("insert into batch_row (issuer_no, batch_no, row_no, sealed_request, lookup, twin,"
                        + " external_id) select $1, $2, * from unnest($3::int[], $4::bytea[], $5::bytea[], $6::bytea[],"
                        + " $7::text[])")
                .execute(columns(batch, rows))
                .replaceWithVoid();
    }

    /** The batch, and the rows column by column. */
    static Tuple columns(Batch batch, List<StoredRow> rows) {
        return Tuple.tuple()
                .addInteger(batch.issuerNo())
                .addLong(batch.number())
                .addValue(rows.stream().map(StoredRow::number).toArray(Integer[]::new))
                .addValue(rows.stream().map(row -> Buffer.buffer(row.sealed())).toArray(Buffer[]::new))
                .addValue(rows.stream().map(row -> buffer(row.lookup())).toArray(Buffer[]::new))
                .addValue(rows.stream().map(row -> buffer(row.twin())).toArray(Buffer[]::new))
                .addValue(rows.stream().map(StoredRow::externalId).toArray(String[]::new));
    }

    @Override
    public Uni<Batch> ready(Batch batch, Columns columns, List<Integer> lastRowOfChunk, int total) {
        boolean checksFirst = batch.mode() == BatchOptions.Mode.ALL_OR_NOTHING && !batch.dryRun();
        BatchState next =
                columns.areUntold() ? BatchState.PAUSED : checksFirst ? BatchState.CHECKING : BatchState.QUEUED;
        return pool.withTransaction(connection -> connection
                        .preparedQuery(
                                "insert into batch_chunk (issuer_no, batch_no, chunk_no, first_row, last_row, state,"
                                        + " attempts, awarded, skipped, failed, valid)"
                                        + " select $1, $2, n, coalesce(lag(last) over (order by n), 0) + 1, last, 'waiting',"
                                        + " 0, 0, 0, 0, 0 from unnest($3::int[]) with ordinality as c(last, n)")
                        .execute(Tuple.of(batch.issuerNo(), batch.number(), lastRowOfChunk.toArray(Integer[]::new)))
                        .chain(() -> twins(connection, batch))
                        .chain(() -> state(connection, batch, next, columns, total)))
                .chain(() -> found(PublicId.parse(batch.id()).orElseThrow()));
    }

    /** Writes down which rows say again what an earlier one says. */
    static Uni<Void> twins(SqlConnection connection, Batch batch) {
        return twins(connection, batch, "external_id", true).chain(() -> twins(connection, batch, "twin", false));
    }

    /** By one column; what is known by another stays. */
    private static Uni<Void> twins(SqlConnection connection, Batch batch, String column, boolean byId) {
        return connection
                .preparedQuery("insert into batch_twin select $1, $2, row_no, first_row, $3 from (select row_no,"
                        + " min(row_no) over (partition by " + column + ") as first_row from batch_row"
                        + " where issuer_no = $1 and batch_no = $2 and " + column + " is not null) r"
                        + " where first_row < row_no on conflict do nothing")
                .execute(Tuple.of(batch.issuerNo(), batch.number(), byId))
                .replaceWithVoid();
    }

    private static Uni<Void> state(SqlConnection connection, Batch batch, BatchState next, Columns columns, int total) {
        return connection
                .preparedQuery("update batch set state = $3, columns = $4, headers = $5, total = $6,"
                        + " version = version + 1 where issuer_no = $1 and id = $2")
                .execute(Tuple.of(
                        batch.issuerNo(),
                        batch.number(),
                        next.toString(),
                        String.join("\n", columns.fields()),
                        JsonColumns.write(columns.headers()),
                        total))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> discard(Batch batch) {
        return pool.withTransaction(connection -> connection
                .preparedQuery("delete from batch_twin where issuer_no = $1 and batch_no = $2")
                .execute(Tuple.of(batch.issuerNo(), batch.number()))
                .chain(() -> connection
                        .preparedQuery("delete from batch_row where issuer_no = $1 and batch_no = $2")
                        .execute(Tuple.of(batch.issuerNo(), batch.number())))
                .chain(() -> connection
                        .preparedQuery("delete from batch where issuer_no = $1 and id = $2 and state = 'receiving'")
                        .execute(Tuple.of(batch.issuerNo(), batch.number())))
                .replaceWithVoid());
    }

    @Override
    public Uni<Integer> discardLost(Instant begunBefore) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(
                        "delete from batch_row r using batch b where b.issuer_no = r.issuer_no and b.id = r.batch_no"
                                + " and b.state = 'receiving' and b.created_at < $1")
                .execute(Tuple.of(time(begunBefore)))
                .chain(() -> connection
                        .preparedQuery("delete from batch where state = 'receiving' and created_at < $1")
                        .execute(Tuple.of(time(begunBefore))))
                .map(rows -> rows.rowCount()));
    }

    @Override
    public Uni<Optional<Batch>> find(PublicId id) {
        return pool.preparedQuery(BatchRecords.SELECT + " where b.issuer_no = $1 and b.public_id = $2")
                .execute(Tuple.of(id.issuerNo(), id.toString()))
                .map(rows -> BatchRecords.batches(rows).stream().findFirst());
    }

    @Override
    public Uni<Page<Batch>> list(int issuerNo, PageRequest page) {
        return pool.preparedQuery(
                        BatchRecords.SELECT
                                + " where b.issuer_no = $1 and b.id < $2 and b.state <> 'receiving' order by b.id desc limit $3")
                .execute(Tuple.of(issuerNo, page.before(), page.limit() + 1))
                .map(rows -> Page.of(BatchRecords.batches(rows), page, Batch::number));
    }

    @Override
    public Uni<Boolean> move(Batch batch, List<BatchState> from, BatchState to, String event, String by) {
        return changed(
                batch,
                event(batch, event, by, ""),
                "update batch set state = $3, version = version + 1,"
                        + " finished_at = case when $4 then $5 else finished_at end"
                        + " where issuer_no = $1 and id = $2 and state = any($6) returning id",
                to.toString(),
                to.isFinal(),
                time(clock.instant()),
                from.stream().map(BatchState::toString).toArray(String[]::new));
    }

    @Override
    public Uni<Boolean> takeBack(Batch batch, Batch.@Nullable TakeBack takeBack, String by) {
        return changed(
                batch,
                takeBack == null
                        ? event(batch, "batch.revocation-undone", by, "")
                        : event(batch, "batch.revocation-planned", by, takeBack.reason()),
                "update batch set take_back_at = $3, take_back_reason = $4, take_back_by = $5, version = version + 1"
                        + " where issuer_no = $1 and id = $2 and (take_back_at is null or take_back_at > $6) returning id",
                takeBack == null ? null : time(takeBack.at()),
                takeBack == null ? null : takeBack.reason(),
                takeBack == null ? null : takeBack.by(),
                time(clock.instant()));
    }

    @Override
    public Uni<Void> takenBack(Batch batch, String by) {
        return changed(
                        batch,
                        event(batch, "batch.revoked", by, ""),
                        "update batch set taken_back_at = $3, version = version + 1"
                                + " where issuer_no = $1 and id = $2 and taken_back_at is null returning id",
                        time(clock.instant()))
                .replaceWithVoid();
    }

    /** Whether the statement changed the batch; if so its event is written in the same transaction. */
    private Uni<Boolean> changed(Batch batch, OutboxEvent event, String sql, @Nullable Object... values) {
        List<@Nullable Object> all = new ArrayList<>(List.of(batch.issuerNo(), batch.number()));
        all.addAll(Arrays.asList(values));
        return database.write(session -> Database.select(session, sql, all.toArray())
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(false)
                        : outbox.add(session, List.of(event)).replaceWith(true)));
    }

    private OutboxEvent event(Batch batch, String type, String by, String detail) {
        return new OutboxEvent(batch.issuerNo(), type, batch.id(), by, detail, clock.instant());
    }

    static OffsetDateTime time(Instant instant) {
        return Database.time(instant);
    }

    static @Nullable Buffer buffer(byte @Nullable [] bytes) {
        return bytes == null ? null : Buffer.buffer(bytes);
    }
}
