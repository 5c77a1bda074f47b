package org.laurel.shared.work;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
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
    private final Map<K, List<UniEmitter<? super V>>> waiting = new HashMap<>();

    /** With the query, which runs on a Vert.x context of its own. */
    public SharedReads(Workers workers, Function<K, Uni<V>> query) {
        this.workers = workers;
        this.query = query;
    }

    /** The answer of a query that begins after now. */
    public Uni<V> read(K key) {
        return workers.comeBack(Uni.createFrom().emitter(emitter -> join(key, emitter)));
    }

    private void join(K key, UniEmitter<? super V> emitter) {
        synchronized (waiting) {
            List<UniEmitter<? super V>> next = waiting.get(key);
            if (next != null) {
                next.add(emitter);
                return;
            }
            waiting.put(key, new ArrayList<>());
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
        List<UniEmitter<? super V>> next;
        synchronized (waiting) {
            next = waiting.remove(key);
            if (next != null && !next.isEmpty()) {
                waiting.put(key, new ArrayList<>());
            }
        }
        if (next != null && !next.isEmpty()) {
            ask(key, next);
        }
        askers.forEach(outcome);
    }
}
