package org.laurel.web.console.batch;

import java.text.NumberFormat;
import java.util.Locale;
import org.laurel.verifying.report.Wording;

/** Says how many, and how long, in words. */
final class Counts {
    private static final long MINUTE = 60;
    private static final long HOUR = 3600;

    private Counts() {}

    /** A number as it is written in the language. */
    static String number(long number, Wording words) {
        return NumberFormat.getIntegerInstance(Locale.forLanguageTag(words.language()))
                .format(number);
    }

    /** The entry for one, or the one for many with the number in it. */
    static String of(String key, long number, Wording words) {
        return number == 1 ? words.text(key + ".one") : words.text(key + ".many", number(number, words));
    }

    /** About how long: in seconds, minutes or hours. */
    static String time(long seconds, Wording words) {
        if (seconds < MINUTE) {
            return of("bulk.seconds", Math.max(1, seconds), words);
        }
        return seconds < 2 * HOUR
                ? of("bulk.minutes", Math.round(seconds / (double) MINUTE), words)
                : of("bulk.hours", Math.round(seconds / (double) HOUR), words);
    }
}
