package org.laurel.shared.work;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** Runs computing on worker threads, so that nothing blocks the event loop, and hands the result back to the caller's context. */
@ApplicationScoped
public class Workers {

    /**
     * Runs the task on a worker thread.
     *
     * @param task CPU-bound and blocking work; what it throws fails the result
     * @return its result, on the Vert.x context of the subscriber when there is one
     */
    public <T> Uni<T> compute(Supplier<T> task) {
        return Uni.createFrom().deferred(() -> {
            Context context = Vertx.currentContext();
            Uni<T> computed = Uni.createFrom().item(task).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
            return context == null
                    ? computed
                    : computed.emitOn(command -> context.runOnContext(ignored -> command.run()));
        });
    }
}
