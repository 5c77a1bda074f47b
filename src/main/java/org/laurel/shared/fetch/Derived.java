package org.laurel.shared.fetch;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * What was made of fetched bytes, kept for as long as the same bytes come from the same place. The bytes are asked for
 * each time, and compared; only the reading of them is spared. Bounded, and safe for threads.
 *
 * @param <V> what was made, which nobody changes
 */
public final class Derived<V> {
    private final LeastRecentlyUsed<Entry<V>> entries;

    /** With how many bytes a value takes, its source apart. */
    public Derived(ToIntFunction<V> size) {
        this.entries = new LeastRecentlyUsed<>(entry -> entry.bytes().length + size.applyAsInt(entry.value()));
    }

    /** What was made of these bytes of this place before; empty when they are others, or were never seen. */
    public Optional<V> of(String place, byte[] bytes) {
        Entry<V> entry;
        synchronized (entries) {
            entry = entries.get(place);
        }
        return entry != null && Arrays.equals(entry.bytes(), bytes) ? Optional.of(entry.value()) : Optional.empty();
    }

    /** Keeps what was made of these bytes, in place of what was made of those before. */
    public void keep(String place, byte[] bytes, V value) {
        synchronized (entries) {
            entries.put(place, new Entry<>(bytes, value));
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by hand
    private record Entry<V>(byte[] bytes, V value) {}
}
