package org.laurel.boot;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** Waits for asynchronous work while the service starts, when there is nothing else to do. */
final class Waiting {

    private Waiting() {}

    /** The result; what fails the work is thrown as it is. Must not be called on an event loop. */
    static <T> T await(Supplier<Uni<T>> work) throws Exception {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (Exception | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
