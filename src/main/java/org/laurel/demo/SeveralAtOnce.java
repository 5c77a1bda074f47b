package org.laurel.demo;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.laurel.shared.work.Workers;

/** Does the same many times, several at once, since each waits for the disk; each with a database session of its own. */
@ApplicationScoped
class SeveralAtOnce {
    private static final int AT_ONCE = 8;

    private final Workers workers;

    SeveralAtOnce(Workers workers) {
        this.workers = workers;
    }

    /** What came of each, as they were done. */
    <T> Uni<List<T>> each(int count, IntFunction<Uni<T>> step) {
        return Multi.createFrom()
                .items(IntStream.range(0, count).boxed())
                .onItem()
                .transformToUni(index -> workers.apart(Uni.createFrom().deferred(() -> step.apply(index))))
                .merge(AT_ONCE)
                .collect()
                .asList();
    }
}
