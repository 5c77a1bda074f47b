package org.laurel.issuing.batch;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.laurel.issuing.award.Courtesy;
import org.laurel.shared.work.Workers;

/**
 * Does chunks for as long as there are any, a few at a time, here as on every other machine that shares the database. It
 * looks for work when it is told that there is some, and once a second besides.
 */
@ApplicationScoped
class BatchWorker {
    private static final Logger LOG = Logger.getLogger(BatchWorker.class);
    /** So many that computing and storing go side by side; one while somebody waits for a single award. */
    private static final int AT_ONCE = 1 + Runtime.getRuntime().availableProcessors();

    private static final Set<Integer> STATISTICS = Set.of(1, 4, 16, 64, 256, 1024, 4096);

    private static final long PAUSE_MILLIS = 1000;
    /** Between chunks while somebody waits for a single award: longer than a chunk keeps a processor. */
    private static final long COURTESY_MILLIS = 60;

    private static final Duration LOST = Duration.ofHours(2);

    private final Chunks chunks;
    private final Batches batches;
    private final ChunkRun chunkRun;
    private final TakeBacks takeBacks;
    private final Courtesy courtesy;
    private final Vertx vertx;
    private final Workers workers = new Workers();
    private final Clock clock;
    private final AtomicInteger running = new AtomicInteger();
    private volatile boolean stopped;

    BatchWorker(
            Chunks chunks,
            Batches batches,
            ChunkRun chunkRun,
            TakeBacks takeBacks,
            Courtesy courtesy,
            Vertx vertx,
            Clock clock) {
        this.chunks = chunks;
        this.batches = batches;
        this.chunkRun = chunkRun;
        this.takeBacks = takeBacks;
        this.courtesy = courtesy;
        this.vertx = vertx;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(PAUSE_MILLIS, timer -> wake());
        vertx.setPeriodic(60 * PAUSE_MILLIS, timer -> sweep());
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    /** There may be work. */
    void wake() {
        int atOnce = courtesy.isAsked() ? 1 : AT_ONCE;
        while (!stopped && running.get() < atOnce) {
            if (running.incrementAndGet() > atOnce) {
                running.decrementAndGet();
                return;
            }
            vertx.runOnContext(ignored -> workers.apart(next()).subscribe().with(this::done, failure -> {
                LOG.errorf(failure, "looking for chunks of batches failed");
                running.decrementAndGet();
            }));
        }
    }

    private void done(boolean worked) {
        running.decrementAndGet();
        if (worked && courtesy.isAsked()) {
            vertx.setTimer(COURTESY_MILLIS, timer -> wake());
        } else if (worked) {
            wake();
        }
    }

    /** Whether there was anything to do. */
    private Uni<Boolean> next() {
        return chunks.claim()
                .chain(claim -> claim.isEmpty()
                        ? takeBacks.next()
                        : statistics(claim.get())
                                .chain(() -> chunkRun.run(claim.get()))
                                .onFailure()
                                .recoverWithUni(failure -> failed(claim.get(), failure))
                                .replaceWith(true));
    }

    /** At the first chunk of a batch, and when there is four times as much as before. */
    private Uni<Void> statistics(Chunks.Claim claim) {
        return STATISTICS.contains(claim.number())
                ? chunks.refreshStatistics()
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> failed(Chunks.Claim claim, Throwable failure) {
        if (failure instanceof LeaseLostException) {
            LOG.infof(
                    "chunk %d of batch %s was taken over",
                    claim.number(), claim.batch().id());
            return Uni.createFrom().voidItem();
        }
        LOG.errorf(
                failure,
                "chunk %d of batch %s could not be done, and will be tried again",
                claim.number(),
                claim.batch().id());
        return chunks.release(claim, "the service could not go on; its log says why");
    }

    private void sweep() {
        batches.discardLost(clock.instant().minus(LOST))
                .subscribe()
                .with(
                        count -> LOG.debugf("%d batches were never received whole", count),
                        failure -> LOG.errorf(failure, "batches that were never received whole cannot be removed"));
    }
}
