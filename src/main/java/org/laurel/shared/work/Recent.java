package org.laurel.shared.work;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was made last, by what it was made of, so that it need not be made again: bounded in entries, the least recently used
 * goes first. Safe for threads; two who look at once may both make it.
 *
 * @param <K> must not be changed once it was put
 * @param <V> what was made
 */
public final class Recent<K, V> {
    private final Map<K, V> entries = new LinkedHashMap<>(16, 0.75f, true);
    private final int most;

    /** With how many entries are kept. */
    public Recent(int most) {
        this.most = most;
    }

    /** What was made of it; null when it was not, or not lately. */
    public synchronized @Nullable V get(K key) {
        return entries.get(key);
    }

    /** Keeps what was made, in place of what was before. */
    public synchronized void put(K key, V value) {
        entries.put(key, value);
        if (entries.size() > most) {
            entries.remove(entries.keySet().iterator().next());
        }
    }
}
