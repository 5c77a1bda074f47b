package org.laurel.holding;

import java.time.Instant;

/**
 * A link that shows a badge's page for a while.
 *
 * @param id its public id, by which it is withdrawn
 * @param madeAt when it was made
 * @param endsAt until when it works
 */
public record ShareLink(String id, Instant madeAt, Instant endsAt) {
    /** For how many days one can be made. */
    public static final int MOST_DAYS = 365;
}
