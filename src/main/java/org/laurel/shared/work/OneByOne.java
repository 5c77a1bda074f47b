package org.laurel.shared.work;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Does the same with each of several things, one after the other: a transaction does one thing at a time. */
public final class OneByOne {

    private OneByOne() {}

    /** Waits for each before the next begins. */
    public static <T> Uni<Void> each(Iterable<T> items, Function<T, Uni<?>> step) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (T item : items) {
            done = done.chain(() -> step.apply(item)).replaceWithVoid();
        }
        return done;
    }

    /** The same, and keeps what came of each, in order. */
    public static <T, V> Uni<List<V>> all(Iterable<T> items, Function<T, Uni<V>> step) {
        List<V> made = new ArrayList<>();
        return each(items, item -> step.apply(item).invoke(made::add)).map(done -> List.copyOf(made));
    }
}
