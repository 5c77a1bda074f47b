package org.laurel.verifying.check;

import java.time.Duration;
import java.time.Instant;

/** Says that a copy was used because a host is away, and how old it is. */
public final class CopyUsed {

    private CopyUsed() {}

    /** {@code the issuer's host does not answer; a copy of 3 h ago was used}. */
    public static String sentence(String whose, Instant fetchedAt, Instant now) {
        return whose + " host does not answer; a copy of " + age(Duration.between(fetchedAt, now)) + " ago was used";
    }

    private static String age(Duration age) {
        if (age.toHours() >= 48) {
            return age.toDays() + " d";
        }
        if (age.toMinutes() >= 120) {
            return age.toHours() + " h";
        }
        return Math.max(1, (age.toSeconds() + 59) / 60) + " min";
    }
}
