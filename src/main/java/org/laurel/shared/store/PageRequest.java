package org.laurel.shared.store;

/**
 * Which page is wanted. Lists run from the newest to the oldest.
 *
 * @param limit how many items at most, 1 to 200
 * @param before only rows with a smaller number; {@link Long#MAX_VALUE} for the first page
 */
public record PageRequest(int limit, long before) {
    /** The limit when none is asked for. */
    public static final int DEFAULT_LIMIT = 50;
    /** The largest limit. */
    public static final int MAX_LIMIT = 200;

    /** Refuses a limit out of bounds. */
    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("expected a limit from 1 to " + MAX_LIMIT + ", got " + limit);
        }
    }
}
