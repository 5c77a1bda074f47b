package org.laurel.shared.work;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;

/**
 * Does the same with each of several things, one after the other: a transaction does one thing at a time. However many they
 * are, and however soon each is done, no call stands within another's.
 */
public final class OneByOne {

    private OneByOne() {}

    /** Waits for each before the next begins. */
    public static <T> Uni<Void> each(Iterable<T> items, Function<T, Uni<?>> step) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(item -> step.apply(item).replaceWithVoid())
                .onItem()
                .ignoreAsUni();
    }

    /** The same, and keeps what came of each, in order. */
    public static <T, V> Uni<List<V>> all(Iterable<T> items, Function<T, Uni<V>> step) {
        if (!items.iterator().hasNext()) {
            return Uni.createFrom().item(List.of()); // each verification asks twice for what is seldom there
        }
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(step::apply)
                .collect()
                .asList();
    }
}
