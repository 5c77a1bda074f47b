package org.laurel.issuing.batch;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.laurel.issuing.batch.Batches.StoredRow;
import org.laurel.shared.outbox.Outbox;
import org.laurel.shared.outbox.OutboxEvent;
import org.laurel.shared.store.Database;
import org.laurel.shared.work.Workers;

/** Dry runs in PostgreSQL. */
@ApplicationScoped
class PostgresDryRuns implements DryRuns {
    private static final int BLOCK = 1000;
    private static final String RESET_CHUNKS = "update batch_chunk set state = 'waiting', lease = null,"
            + " leased_until = null, attempts = 0, awarded = 0, skipped = 0, failed = 0, valid = 0, done_at = null"
            + " where issuer_no = $1 and batch_no = $2";
    private static final String NO_OUTCOMES = "delete from batch_outcome where issuer_no = $1 and batch_no = $2";

    private final Pool pool;
    private final Database database;
    private final Outbox outbox;
    private final Workers workers;
    private final Clock clock;

    PostgresDryRuns(Pool pool, Database database, Outbox outbox, Workers workers, Clock clock) {
        this.pool = pool;
        this.database = database;
        this.outbox = outbox;
        this.workers = workers;
        this.clock = clock;
    }

    /** Once begun it comes to its end, even when nobody waits for it any more. */
    @Override
    public Uni<Boolean> again(Batch batch, Anew anew) {
        return Uni.createFrom().completionStage(() -> {
            CompletableFuture<Boolean> end = new CompletableFuture<>();
            pool.withTransaction(connection -> opened(connection, batch, anew)
                            .chain(opened -> opened
                                    ? reread(connection, batch, anew).replaceWith(true)
                                    : Uni.createFrom().item(false)))
                    .subscribe()
                    .with(end::complete, end::completeExceptionally);
            return end;
        });
    }

    /** Whoever comes second waits here for the first, and then finds another state. */
    private static Uni<Boolean> opened(SqlConnection connection, Batch batch, Anew anew) {
        BatchOptions options = anew.options();
        return connection
                .preparedQuery(
                        "update batch set state = $3, mode = $4, duplicates = $5, achievement = $6, columns = $7, notify = $8,"
                                + " started_at = null, finished_at = null, fault = null, version = version + 1"
                                + " where issuer_no = $1 and id = $2 and dry_run and rows_forgotten_at is null"
                                + " and state in ('paused', 'completed', 'cancelled') returning id")
                .execute(Tuple.tuple()
                        .addInteger(batch.issuerNo())
                        .addLong(batch.number())
                        .addString((anew.columns().areUntold() ? BatchState.PAUSED : BatchState.QUEUED).toString())
                        .addString(options.mode().toString())
                        .addString(options.duplicates().toString())
                        .addString(options.achievement().orElse(null))
                        .addString(String.join("\n", anew.columns().fields()))
                        .addBoolean(options.notifies()))
                .map(rows -> rows.rowCount() == 1);
    }

    private Uni<Void> reread(SqlConnection connection, Batch batch, Anew anew) {
        AtomicInteger last = new AtomicInteger();
        Tuple which = Tuple.of(batch.issuerNo(), batch.number());
        return Multi.createBy()
                .repeating()
                .uni(() -> block(connection, batch, last.get())
                        .chain(rows -> rows.isEmpty()
                                ? Uni.createFrom().item(rows)
                                : workers.compute(() -> anew.read().apply(rows))
                                        .chain(read -> write(connection, batch, read))
                                        .replaceWith(rows))
                        .invoke(rows -> rows.forEach(row -> last.set(row.number()))))
                .whilst(rows -> rows.size() == BLOCK)
                .onItem()
                .ignoreAsUni()
                .chain(() -> connection.preparedQuery(NO_OUTCOMES).execute(which))
                .chain(() -> connection.preparedQuery(RESET_CHUNKS).execute(which))
                .chain(() -> connection
                        .preparedQuery("delete from batch_twin where issuer_no = $1 and batch_no = $2")
                        .execute(which))
                .chain(() -> PostgresBatches.twins(connection, batch));
    }

    private static Uni<List<StoredRow>> block(SqlConnection connection, Batch batch, int after) {
        return connection
                .preparedQuery("select row_no, sealed_request from batch_row where issuer_no = $1 and batch_no = $2"
                        + " and row_no > $3 and sealed_request is not null order by row_no limit " + BLOCK)
                .execute(Tuple.of(batch.issuerNo(), batch.number(), after))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> DryRuns.kept(
                                row.getInteger("row_no"),
                                row.getBuffer("sealed_request").getBytes()))
                        .toList());
    }

    private static Uni<Void> write(SqlConnection connection, Batch batch, List<StoredRow> rows) {
        return connection
                .preparedQuery("update batch_row r set sealed_request = u.sealed, lookup = u.lookup, twin = u.twin,"
                        + " external_id = u.external_id from unnest($3::int[], $4::bytea[], $5::bytea[], $6::bytea[],"
                        + " $7::text[]) as u(row_no, sealed, lookup, twin, external_id)"
                        + " where r.issuer_no = $1 and r.batch_no = $2 and r.row_no = u.row_no"
                        + " and r.sealed_request is not null") // whoever was erased meanwhile stays so
                .execute(PostgresBatches.columns(batch, rows))
                .replaceWithVoid();
    }

    @Override
    public Uni<Boolean> award(Batch batch, int valid, String by) {
        Object[] which = {batch.issuerNo(), batch.number()};
        return database.write(session -> Database.select(
                        session,
                        "update batch set dry_run = false, state = case when mode = 'allOrNothing' then 'checking'"
                                + " else 'queued' end, started_at = null, finished_at = null, version = version + 1"
                                + " where issuer_no = $1 and id = $2 and dry_run and state = 'completed'"
                                + " and rows_forgotten_at is null and $3 = (select sum(valid) from batch_chunk"
                                + " where issuer_no = $1 and batch_no = $2) returning id",
                        batch.issuerNo(),
                        batch.number(),
                        (long) valid)
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(false)
                        : Database.insert(session, NO_OUTCOMES, which)
                                .chain(() -> Database.insert(session, RESET_CHUNKS, which))
                                .chain(() -> outbox.add(
                                        session,
                                        List.of(new OutboxEvent(
                                                batch.issuerNo(), "batch.begun", batch.id(), by, "", clock.instant()))))
                                .replaceWith(true)));
    }
}
