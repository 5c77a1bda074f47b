package org.laurel.shared.work;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * The one way from the event loop to a worker and back: computing must not hold up those who only wait. Who is on a worker
 * already computes there, since each change of threads costs more than most checks do.
 */
@Singleton
public final class Workers {

    /** Made by CDI; tests make their own. */
    public Workers() {}

    /**
     * Runs the work on a worker thread: the one that asks, when it is none of an event loop.
     *
     * @param work computes, blocks on nothing, may throw
     * @return its result or failure, on the Vert.x context of the subscriber when there is one
     */
    public <T> Uni<T> compute(Supplier<T> work) {
        return away(Uni.createFrom().item(work));
    }

    /** Runs work that computes much and waits little on a worker, and comes back at its end. */
    public <T> Uni<T> away(Uni<T> work) {
        return Uni.createFrom()
                .deferred(() ->
                        Context.isOnEventLoopThread() ? comeBack(work.runSubscriptionOn(Workers::onWorker)) : work);
    }

    /** Runs work that needs an event loop, such as reading a store, there, and comes back at its end. */
    public <T> Uni<T> onEventLoop(Uni<T> work) {
        return Uni.createFrom().deferred(() -> {
            Context context = Vertx.currentContext();
            return context == null || Context.isOnEventLoopThread() ? work : comeBack(on(context, work));
        });
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
            return comeBack(on(own, work));
        });
    }

    /** The same result or failure, but where the subscriber is: on its event loop, or on a worker with its context. */
    public <T> Uni<T> comeBack(Uni<T> uni) {
        return Uni.createFrom().deferred(() -> {
            Context context = Vertx.currentContext();
            if (context == null) {
                return uni;
            }
            return uni.emitOn(Context.isOnEventLoopThread() ? loop(context) : worker((ContextInternal) context));
        });
    }

    private static <T> Uni<T> on(Context context, Uni<T> work) {
        return work.runSubscriptionOn(task -> context.runOnContext(ignored -> task.run()));
    }

    private static Executor loop(Context context) {
        return task -> {
            if (Context.isOnEventLoopThread() && context.equals(Vertx.currentContext())) {
                task.run();
            } else {
                context.runOnContext(ignored -> task.run());
            }
        };
    }

    /** The pool hands the context that is current to the worker, so the right one must be. */
    private static Executor worker(ContextInternal context) {
        return task -> {
            if (!Context.isOnEventLoopThread() && context.equals(Vertx.currentContext())) {
                task.run();
                return;
            }
            ContextInternal before = context.beginDispatch();
            try {
                onWorker(task);
            } finally {
                context.endDispatch(before);
            }
        };
    }

    private static void onWorker(Runnable task) {
        Infrastructure.getDefaultWorkerPool().execute(task);
    }
}
