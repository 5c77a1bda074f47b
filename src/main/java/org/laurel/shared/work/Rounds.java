package org.laurel.shared.work;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Does rounds of work at intervals, one after the other and never two at a time, until it is stopped. */
public final class Rounds {
    private final Vertx vertx;
    private final Workers workers;
    private final Supplier<Uni<Boolean>> round;
    private final Consumer<Throwable> failed;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile boolean stopped;

    /**
     * With what is done.
     *
     * @param round gives whether the next one is to follow at once; it runs on a Vert.x context of its own
     * @param failed tells of a round that failed; the next one follows at its time
     */
    public Rounds(Vertx vertx, Workers workers, Supplier<Uni<Boolean>> round, Consumer<Throwable> failed) {
        this.vertx = vertx;
        this.workers = workers;
        this.round = round;
        this.failed = failed;
    }

    /** Begins; the first round is over such a pause, too. */
    public void every(long millis) {
        vertx.setPeriodic(millis, timer -> next());
    }

    /** Begins none any more. */
    public void stop() {
        stopped = true;
    }

    private void next() {
        if (!stopped && busy.compareAndSet(false, true)) {
            vertx.runOnContext(ignored -> workers.apart(Uni.createFrom().deferred(round::get))
                    .subscribe()
                    .with(this::done, this::failed));
        }
    }

    private void done(boolean again) {
        busy.set(false);
        if (again) {
            next();
        }
    }

    private void failed(Throwable failure) {
        failed.accept(failure);
        busy.set(false);
    }
}
