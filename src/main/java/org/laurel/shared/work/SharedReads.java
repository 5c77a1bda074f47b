package org.laurel.shared.work;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Makes one query of many that ask for the same at the same time, without ever giving an answer that is older than the
 * question: who asks while a query runs waits for the next one. So what was committed before somebody asked is in the
 * answer, on every replica, and a thousand who ask in one millisecond cost one query.
 *
 * @param <K> what is asked for
 * @param <V> the answer
 */
public final class SharedReads<K, V> {
    private final Workers workers;
    private final Function<K, Uni<V>> query;
    private final Map<K, Line<V>> lines = new HashMap<>();

    /** The shortest time between two queries for the same: who waits for it shares the next one with more others. */
    private static final Duration PAUSE = Duration.ofMillis(1);

    /** With the query, which runs on a Vert.x context of its own. */
    public SharedReads(Workers workers, Function<K, Uni<V>> query) {
        this.workers = workers;
        this.query = query;
    }

    /** The answer of a query that begins after now; it comes where the query ended, and who needs to be elsewhere comes back. */
    public Uni<V> read(K key) {
        return Uni.createFrom().emitter(emitter -> join(key, emitter));
    }

    private void join(K key, UniEmitter<? super V> emitter) {
        synchronized (lines) {
            Line<V> line = lines.get(key);
            if (line != null) {
                line.waiting().add(emitter);
                return;
            }
            lines.put(key, new Line<>(new ArrayList<>(), System.nanoTime()));
        }
        ask(key, List.of(emitter));
    }

    private void ask(K key, List<UniEmitter<? super V>> askers) {
        workers.apart(Uni.createFrom().deferred(() -> query.apply(key)))
                .subscribe()
                .with(
                        answer -> done(key, askers, emitter -> emitter.complete(answer)),
                        failure -> done(key, askers, emitter -> emitter.fail(failure)));
    }

    private void done(K key, List<UniEmitter<? super V>> askers, Consumer<UniEmitter<? super V>> outcome) {
        long begun = 0;
        synchronized (lines) {
            Line<V> line = lines.get(key);
            if (line == null || line.waiting().isEmpty()) {
                lines.remove(key);
            } else {
                begun = line.begun();
            }
        }
        if (begun != 0) {
            next(key, begun);
        }
        askers.forEach(outcome);
    }

    /** Everybody who waits when the pause is over is in the next query, and nobody who comes after it began. */
    private void next(K key, long begun) {
        long pause =
                PAUSE.toMillis() - Duration.ofNanos(System.nanoTime() - begun).toMillis();
        Context context = Vertx.currentContext();
        if (context == null || pause <= 0) {
            ask(key, take(key));
        } else {
            context.owner().setTimer(pause, timer -> ask(key, take(key)));
        }
    }

    private List<UniEmitter<? super V>> take(K key) {
        synchronized (lines) {
            Line<V> line = lines.put(key, new Line<>(new ArrayList<>(), System.nanoTime()));
            return line == null ? List.of() : line.waiting();
        }
    }

    /** Who waits for the next query, and when the one that runs began. */
    private record Line<V>(List<UniEmitter<? super V>> waiting, long begun) {}
}
