package org.laurel.issuing.award;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Knows whether somebody waits for a single award on this machine: what nobody waits for, such as a batch, then does less at once. */
@Singleton
public class Courtesy {
    /** Who asks one after the other leaves gaps of less than this. */
    private static final long REMEMBERED = Duration.ofMillis(250).toNanos();

    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong last = new AtomicLong(System.nanoTime() - REMEMBERED);

    /** The same, and as long as it lasts somebody waits. */
    <T> Uni<T> awaited(Uni<T> work) {
        return Uni.createFrom().deferred(() -> {
            waiting.incrementAndGet();
            return work.onTermination().invoke(this::answered);
        });
    }

    private void answered() {
        last.set(System.nanoTime());
        waiting.decrementAndGet();
    }

    /** Whether somebody waits, or did a moment ago. */
    public boolean isAsked() {
        return waiting.get() > 0 || System.nanoTime() - last.get() < REMEMBERED;
    }
}
