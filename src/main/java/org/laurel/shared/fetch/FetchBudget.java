package org.laurel.shared.fetch;

import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.laurel.shared.work.OneAnswer;

/**
 * What one piece of work may fetch: sixteen things, all within ten seconds, so that a document cannot send us around the
 * world. It travels in the context of the subscription, and no signature has to carry it.
 */
public final class FetchBudget {
    /** Fetches in one piece of work; what is in the cache, or our own, does not count. */
    public static final int MOST = 16;

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final String KEY = FetchBudget.class.getName();

    private final AtomicInteger left = new AtomicInteger(MOST);
    private final Instant until;

    private FetchBudget(Instant until) {
        this.until = until;
    }

    /** The same work, with a budget of its own. */
    public static <T> Uni<T> within(Clock clock, Uni<T> work) {
        return Uni.createFrom().emitter(emitter -> {
            Context context = Context.of(KEY, new FetchBudget(clock.instant().plus(LONGEST)));
            OneAnswer.within(context);
            Cancellable running = work.subscribe().with(context, emitter::complete, emitter::fail);
            emitter.onTermination(running::cancel);
        });
    }

    /** The budget of the work that is being done; empty when it has none. */
    static Optional<FetchBudget> of(Context context) {
        return context.contains(KEY) ? Optional.of(context.get(KEY)) : Optional.empty();
    }

    /** Takes one fetch out of it: how long it may last, zero when nothing is left. */
    Duration take(Instant now) {
        Duration remaining = Duration.between(now, until);
        return left.getAndDecrement() > 0 && !remaining.isNegative() ? remaining : Duration.ZERO;
    }
}
