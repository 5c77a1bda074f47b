package org.laurel.shared.fetch;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a few answers for as long as their {@code Cache-Control: max-age} says, at most a day (RFC 9111 §5.2), and
 * failures for ten seconds. Answers without a max-age are not kept. Bounded in entries and bytes; the least recently
 * used goes first.
 */
final class FetchCache {
    static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration FAILURE = Duration.ofSeconds(10);
    private static final Pattern MAX_AGE = Pattern.compile("(?:^|[,\\s])max-age=\"?(\\d{1,9})\"?(?:[,\\s]|$)");
    private static final Pattern NOT_KEPT = Pattern.compile("(?:^|[,\\s])(no-store|no-cache|private)(?:[,=\\s]|$)");

    private final Clock clock;
    private final LeastRecentlyUsed<Entry> entries = new LeastRecentlyUsed<>(Entry::size);

    FetchCache(Clock clock) {
        this.clock = clock;
    }

    /** The kept outcome, when it is still fresh and not older than asked. */
    synchronized Optional<Uni<Fetched>> get(String key, Duration oldest) {
        Entry entry = entries.get(key);
        Instant now = clock.instant();
        if (entry == null
                || now.isAfter(entry.until())
                || now.isAfter(entry.from().plus(oldest))) {
            return Optional.empty();
        }
        return Optional.of(entry.outcome());
    }

    /** Keeps an answer if its header says that it may be kept. */
    synchronized void keep(String key, Fetched fetched, @Nullable String cacheControl) {
        Duration age = freshness(cacheControl);
        if (!age.isZero()) {
            entries.put(key, entry(Uni.createFrom().item(fetched), age, fetched.body().length));
        }
    }

    /** Keeps a failure for a short while, so that a dead host is not asked for every badge. */
    synchronized void keep(String key, FetchException failure) {
        entries.put(key, entry(Uni.createFrom().failure(failure), FAILURE, 0));
    }

    /** How long an answer may be kept. */
    static Duration freshness(@Nullable String cacheControl) {
        String header = cacheControl == null ? "" : cacheControl.toLowerCase(java.util.Locale.ROOT);
        Matcher age = MAX_AGE.matcher(header);
        if (NOT_KEPT.matcher(header).find() || !age.find()) {
            return Duration.ZERO;
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(age.group(1)));
        return asked.compareTo(LONGEST) < 0 ? asked : LONGEST;
    }

    private Entry entry(Uni<Fetched> outcome, Duration age, int size) {
        Instant now = clock.instant();
        return new Entry(outcome, now, now.plus(age), size);
    }

    private record Entry(Uni<Fetched> outcome, Instant from, Instant until, int size) {}
}
