package org.laurel.shared.store;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * One page of a list.
 *
 * @param items what is on it
 * @param next the row number after which the next page begins; empty on the last page
 */
public record Page<T>(List<T> items, OptionalLong next) {

    /** Copies the list. */
    public Page {
        items = List.copyOf(items);
    }

    /** Makes a page of what was read with one row more than the limit. */
    public static <T> Page<T> of(List<T> rows, PageRequest request, ToLongFunction<T> number) {
        if (rows.size() <= request.limit()) {
            return new Page<>(rows, OptionalLong.empty());
        }
        List<T> items = rows.subList(0, request.limit());
        return new Page<>(items, OptionalLong.of(number.applyAsLong(items.get(items.size() - 1))));
    }

    /** The same page with each item changed. */
    public <S> Page<S> map(Function<T, S> mapping) {
        return new Page<>(items.stream().map(mapping).toList(), next);
    }
}
