package org.laurel.shared.work;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * The one way from the event loop to a worker and back: computing must not hold up those who only wait. Who is on a worker
 * already computes there, since each change of threads costs more than most checks do.
 */
@Singleton
public final class Workers {
    /**
     * Two threads a processor: what computes needs no more, and the server's pool, which grows to hundreds of threads for
     * work that waits, would let them crowd each other out. Nothing that runs here waits for another task.
     */
    private static final ExecutorService POOL =
            Executors.newFixedThreadPool(2 * Runtime.getRuntime().availableProcessors(), new DaemonThreads("worker-"));

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

    private static Executor worker(ContextInternal context) {
        return task -> {
            if (!Context.isOnEventLoopThread() && context.equals(Vertx.currentContext())) {
                task.run();
            } else {
                POOL.execute(() -> dispatch(context, task));
            }
        };
    }

    private static void onWorker(Runnable task) {
        Context context = Vertx.currentContext();
        POOL.execute(context == null ? task : () -> dispatch((ContextInternal) context, task));
    }

    /** Runs a task that finds the Vert.x context as its current one. */
    private static void dispatch(ContextInternal context, Runnable task) {
        ContextInternal before = context.beginDispatch();
        try {
            task.run();
        } finally {
            context.endDispatch(before);
        }
    }
}
