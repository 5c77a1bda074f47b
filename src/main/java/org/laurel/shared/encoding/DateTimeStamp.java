package org.laurel.shared.encoding;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Reads date-times with an offset (XSD 1.1 dateTimeStamp, RFC 3339): the usual form at once, others by the JDK. */
public final class DateTimeStamp {
    /** {@code 2026-11-25T08:00:00Z}, with a digit wherever one stands here. */
    private static final String USUAL = "0000-00-00T00:00:00Z";

    private DateTimeStamp() {}

    /** The instant; empty when the text is none. */
    public static Optional<Instant> read(String text) {
        if (text.isEmpty()) {
            return Optional.empty(); // often asked of a member that is not there, and an exception is dear
        }
        try {
            return Optional.of(
                    isUsual(text) ? usual(text) : OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether it looks like {@code 2026-11-25T08:00:00Z}, whose digits may still be those of no day. */
    public static boolean isUsual(String text) {
        if (text.length() != USUAL.length()) {
            return false;
        }
        for (int i = 0; i < USUAL.length(); i++) {
            char c = text.charAt(i);
            char wanted = USUAL.charAt(i);
            if (wanted == '0' ? c < '0' || c > '9' : c != wanted) {
                return false;
            }
        }
        return true;
    }

    private static Instant usual(String text) {
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19))
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
