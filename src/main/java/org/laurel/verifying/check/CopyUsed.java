package org.laurel.verifying.check;

import java.time.Duration;
import java.time.Instant;

/** Says that a copy was used because a host is away, and how old it is. */
public final class CopyUsed {

    private CopyUsed() {}

    /** {@code the issuer's host does not answer; a copy of 3 hours ago was used}. */
    public static String sentence(String whose, Instant fetchedAt, Instant now) {
        return whose + " host does not answer; a copy of " + age(Duration.between(fetchedAt, now)) + " ago was used";
    }

    private static String age(Duration age) {
        if (age.toHours() >= 48) {
            return age.toDays() + " days";
        }
        if (age.toMinutes() >= 120) {
            return age.toHours() + " hours";
        }
        return age.toSeconds() >= 120 ? age.toMinutes() + " minutes" : Math.max(0, age.toSeconds()) + " seconds";
    }
}
