package org.laurel.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.laurel.verifying.report.Wording;

/** Says when something was or will be. Where its reader lives nobody knows, so that hours are those of UTC, and say so. */
public final class Moments {

    private Moments() {}

    /** The day. */
    public static String day(Instant instant, Wording words) {
        return day(instant, locale(words));
    }

    /** The day; null when there is none. */
    static @Nullable String dayIfAny(@Nullable Instant instant, Wording words) {
        return instant == null ? null : day(instant, words);
    }

    /** The day, in a language. */
    static String day(Instant instant, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .withZone(ZoneOffset.UTC)
                .format(instant);
    }

    /** The day and the minute. */
    public static String minute(Instant instant, Wording words) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale(words))
                        .withZone(ZoneOffset.UTC)
                        .format(instant)
                + " UTC";
    }

    private static Locale locale(Wording words) {
        return Locale.forLanguageTag(words.language());
    }
}
