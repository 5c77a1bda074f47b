package org.laurel.shared.work;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.function.Supplier;

/** The one way from the event loop to a worker and back: computing must not hold up those who only wait. */
@Singleton
public final class Workers {

    /** Made by CDI; tests make their own. */
    public Workers() {}

    /**
     * Runs the work on a worker thread.
     *
     * @param work computes, blocks on nothing, may throw
     * @return its result or failure, on the Vert.x context of the subscriber when there is one
     */
    public <T> Uni<T> compute(Supplier<T> work) {
        return comeBack(Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool()));
    }

    /**
     * Runs the work on a Vert.x context of its own, so that several can run at once without sharing a database session,
     * and comes back to the subscriber's.
     */
    public <T> Uni<T> apart(Uni<T> work) {
        return Uni.createFrom().deferred(() -> {
            Context context = Vertx.currentContext();
            if (context == null) {
                return work;
            }
            Context own = Objects.requireNonNull(VertxContext.createNewDuplicatedContext(context));
            VertxContextSafetyToggle.setContextSafe(own, true); // nobody else runs on it
            return comeBack(work.runSubscriptionOn(task -> own.runOnContext(ignored -> task.run())));
        });
    }

    /** The same result or failure, but on the Vert.x context of the subscriber when there is one. */
    public <T> Uni<T> comeBack(Uni<T> uni) {
        return Uni.createFrom().deferred(() -> {
            Context context = Vertx.currentContext();
            return context == null ? uni : uni.emitOn(task -> context.runOnContext(ignored -> task.run()));
        });
    }
}
