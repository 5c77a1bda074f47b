package org.laurel.issuing.batch;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Forgets what was handed in, some time after a batch was done, or a dry run was left waiting: nobody needs the rows to correct them any more, and they
 * name persons. What came of each row, without a person, stays.
 */
@ApplicationScoped
class RowRetention {
    private static final int AT_ONCE = 5_000;

    private final Pool pool;
    private final Clock clock;
    private final Duration kept;
    private volatile boolean stopped;

    RowRetention(
            Pool pool,
            Clock clock,
            @ConfigProperty(name = "laurel.batch-rows-kept", defaultValue = "P90D") Duration kept) {
        this.pool = pool;
        this.clock = clock;
        this.kept = kept;
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    @Scheduled(every = "1h", delayed = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return forget().replaceWithVoid();
    }

    /** Forgets the rows of all batches that were done, or left, long enough ago; how many batches. */
    Uni<Integer> forget() {
        return pool.preparedQuery(BatchRecords.SELECT + " where (b.finished_at < $1 or b.dry_run and b.state = 'paused'"
                        + " and b.created_at < $1) and b.rows_forgotten_at is null order by b.id limit 100")
                .execute(Tuple.of(PostgresBatches.time(clock.instant().minus(kept))))
                .map(BatchRecords::batches)
                .chain(batches -> Multi.createFrom()
                        .iterable(batches)
                        .onItem()
                        .transformToUniAndConcatenate(batch -> forget(batch).replaceWith(batch))
                        .collect()
                        .asList()
                        .map(List::size));
    }

    /** A few thousand rows a statement, so that nobody waits for it; whoever is stopped begins again. */
    private Uni<Void> forget(Batch batch) {
        return Multi.createFrom()
                .iterable(IntStream.iterate(0, from -> from <= batch.total(), from -> from + AT_ONCE)
                        .boxed()
                        .toList())
                .select()
                .where(from -> !stopped)
                .onItem()
                .transformToUniAndConcatenate(from -> pool.preparedQuery(
                                "update batch_row set sealed_request = null, lookup = null, twin = null,"
                                        + " external_id = null where issuer_no = $1 and batch_no = $2"
                                        + " and row_no > $3 and row_no <= $4 and sealed_request is not null")
                        .execute(Tuple.of(batch.issuerNo(), batch.number(), from, from + AT_ONCE)))
                .onItem()
                .ignoreAsUni()
                .chain(() -> stopped ? Uni.createFrom().voidItem() : done(batch));
    }

    private Uni<Void> done(Batch batch) {
        return pool.preparedQuery("update batch set rows_forgotten_at = $3 where issuer_no = $1 and id = $2")
                .execute(Tuple.of(batch.issuerNo(), batch.number(), PostgresBatches.time(clock.instant())))
                .replaceWithVoid();
    }
}
