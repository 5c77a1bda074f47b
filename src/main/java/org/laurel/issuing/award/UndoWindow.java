package org.laurel.issuing.award;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** For how long a revocation can be undone before anybody hears of it. */
final class UndoWindow {
    private static final Duration LONGEST = Duration.ofHours(24);

    private UndoWindow() {}

    /** Reads the member {@code undo}: none when it is left out, at most a day. */
    static Duration of(@Nullable String text) {
        if (text == null) {
            return Duration.ZERO;
        }
        try {
            Duration read = Duration.parse(text);
            if (!read.isNegative() && read.compareTo(LONGEST) <= 0) {
                return read;
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(wanted(), e);
        }
        throw new IllegalArgumentException(wanted());
    }

    private static String wanted() {
        return "undo: expected a duration of at most a day, such as PT10M";
    }
}
