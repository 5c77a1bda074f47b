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
    /** So many who wait need not wait for more. */
    private static final int MANY = 64;

    private final Workers workers;
    private final Rest rest;
    private final Function<K, Uni<V>> query;
    private final Map<K, Line<V>> lines = new HashMap<>();

    /** The shortest time between two queries for the same: who waits for it shares the next one with more others. */
    public enum Rest {
        /** Where people wait for several reads one after the other. */
        SHORT(Duration.ofMillis(1)),
        /** Where thousands ask a second, each for little else. */
        LONG(Duration.ofMillis(12));

        private final Duration pause;

        Rest(Duration pause) {
            this.pause = pause;
        }
    }

    /**
     * With the query, which runs on a Vert.x context of its own.
     *
     * @param rest how long it rests between two queries for the same
     */
    public SharedReads(Workers workers, Rest rest, Function<K, Uni<V>> query) {
        this.workers = workers;
        this.rest = rest;
        this.query = query;
    }

    /** The answer of a query that begins after now; it comes where the query ended, and who needs to be elsewhere comes back. */
    public Uni<V> read(K key) {
        return Uni.createFrom().emitter(emitter -> join(key, emitter));
    }

    private void join(K key, UniEmitter<? super V> emitter) {
        List<UniEmitter<? super V>> askers;
        synchronized (lines) {
            Line<V> line = lines.get(key);
            if (line == null) {
                askers = List.of(emitter);
                lines.put(key, new Line<>());
            } else {
                line.waiting.add(emitter);
                askers = line.resting && line.waiting.size() >= MANY ? begin(key, line) : List.of();
            }
        }
        ask(key, askers);
    }

    private void ask(K key, List<UniEmitter<? super V>> askers) {
        if (!askers.isEmpty()) {
            workers.apart(Uni.createFrom().deferred(() -> query.apply(key)))
                    .subscribe()
                    .with(
                            answer -> done(key, askers, emitter -> emitter.complete(answer)),
                            failure -> done(key, askers, emitter -> emitter.fail(failure)));
        }
    }

    private void done(K key, List<UniEmitter<? super V>> askers, Consumer<UniEmitter<? super V>> outcome) {
        ask(key, next(key));
        askers.forEach(outcome);
    }

    /** Who is in the next query, when it begins at once. */
    private List<UniEmitter<? super V>> next(K key) {
        Context context = Vertx.currentContext();
        synchronized (lines) {
            Line<V> line = lines.get(key);
            if (line == null || line.waiting.isEmpty()) {
                lines.remove(key);
                return List.of();
            }
            long pause = rest.pause.minusNanos(System.nanoTime() - line.begun).toMillis();
            if (context == null || pause <= 0 || line.waiting.size() >= MANY) {
                return begin(key, line);
            }
            line.resting = true;
            context.owner().setTimer(pause, timer -> ask(key, rested(key, line)));
            return List.of();
        }
    }

    private List<UniEmitter<? super V>> rested(K key, Line<V> line) {
        synchronized (lines) {
            return lines.get(key) == line ? begin(key, line) : List.of(); // so many came that it did not rest so long
        }
    }

    /** Everybody who waits now is in the query that begins, and nobody who comes after. */
    private List<UniEmitter<? super V>> begin(K key, Line<V> line) {
        lines.put(key, new Line<>());
        return line.waiting;
    }

    /** Those who wait for the next query while one runs, or for the end of the pause after it. */
    private static final class Line<V> {
        private final List<UniEmitter<? super V>> waiting = new ArrayList<>();
        private final long begun = System.nanoTime();
        private boolean resting;
    }
}
