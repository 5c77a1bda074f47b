package org.laurel.shared.fetch;

import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The time one fetch has, redirects included. */
final class Deadline {
    private final long end;
    private final List<Runnable> onExpiry = new CopyOnWriteArrayList<>();
    private final Vertx vertx;
    private final long timer;

    Deadline(Vertx vertx, long millis) {
        this.vertx = vertx;
        this.end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        this.timer = vertx.setTimer(millis, id -> onExpiry.forEach(Runnable::run));
    }

    /** At least one. */
    long millisLeft() {
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
    }

    /** What else to do when the time is over. */
    void onExpiry(Runnable action) {
        onExpiry.add(action);
        if (end - System.nanoTime() <= 0) {
            action.run();
        }
    }

    /** The fetch is over. */
    void stop() {
        vertx.cancelTimer(timer);
    }
}
