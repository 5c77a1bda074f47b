package org.laurel.shared.store;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** What else is written in the transaction that stores a result: the answer of a once-only call, an event. */
@FunctionalInterface
public interface Alongside<T> {

    /** Writes it; a failure undoes the whole transaction. */
    Uni<Void> store(Mutiny.StatelessSession session, T result);

    /** Nothing else. */
    static <T> Alongside<T> nothing() {
        return (session, result) -> Uni.createFrom().voidItem();
    }

    /** The same for a result made from this one. */
    default <S> Alongside<S> from(java.util.function.Function<S, T> mapping) {
        return (session, result) -> store(session, mapping.apply(result));
    }
}
