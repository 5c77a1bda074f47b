package org.laurel.shared.fetch;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The last good answers of hosts, which serve while the host is away however short it wanted them kept (RFC 5861 §4 in
 * spirit), unless it said {@code no-store}. In memory only; bounded in entries and bytes, the least recently used goes
 * first.
 */
final class LastGood {
    /** A few large answers must not push out many small ones; keys and lists are small. */
    private static final int LARGEST = 256 << 10;

    private final Clock clock;
    private final LeastRecentlyUsed<Fetched> answers = new LeastRecentlyUsed<>(fetched -> fetched.body().length);

    LastGood(Clock clock) {
        this.clock = clock;
    }

    /** Keeps an answer, in place of the one before. */
    synchronized void keep(String key, Fetched fetched, @Nullable String cacheControl) {
        boolean unwanted =
                cacheControl != null && cacheControl.toLowerCase(Locale.ROOT).contains("no-store");
        if (unwanted || fetched.body().length > LARGEST) {
            answers.remove(key);
            return;
        }
        answers.put(key, fetched);
    }

    /** What to answer in place of a failure; a host that answers that there is nothing ends what it said before. */
    synchronized Uni<Fetched> instead(String key, FetchException failure, Duration oldest) {
        if (!failure.isHostAway()) {
            answers.remove(key);
        }
        Fetched fetched = answers.get(key);
        return fetched == null || clock.instant().isAfter(fetched.fetchedAt().plus(oldest))
                ? Uni.createFrom().failure(failure)
                : Uni.createFrom().item(fetched.asLastGood());
    }
}
