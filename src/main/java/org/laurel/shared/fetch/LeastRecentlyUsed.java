package org.laurel.shared.fetch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** A map that is bounded in entries and bytes: the least recently used goes first. Not safe for threads by itself. */
final class LeastRecentlyUsed<V> {
    private static final int MOST_ENTRIES = 512;
    private static final long MOST_BYTES = 16L << 20;

    private final Map<String, V> entries = new LinkedHashMap<>(64, 0.75f, true);
    private final ToIntFunction<V> size;
    private long bytes;

    /** With how many bytes an entry takes. */
    LeastRecentlyUsed(ToIntFunction<V> size) {
        this.size = size;
    }

    @Nullable V get(String key) {
        return entries.get(key);
    }

    /** Keeps an entry, in place of the one before. */
    void put(String key, V entry) {
        remove(key);
        entries.put(key, entry);
        bytes += size.applyAsInt(entry);
        var eldest = entries.values().iterator();
        while ((entries.size() > MOST_ENTRIES || bytes > MOST_BYTES) && eldest.hasNext()) {
            bytes -= size.applyAsInt(eldest.next());
            eldest.remove();
        }
    }

    void remove(String key) {
        V before = entries.remove(key);
        bytes -= before == null ? 0 : size.applyAsInt(before);
    }
}
