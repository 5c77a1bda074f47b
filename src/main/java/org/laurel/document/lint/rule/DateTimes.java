package org.laurel.document.lint.rule;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.laurel.shared.encoding.DateTimeStamp;

/** Reads date-times of XML Schema's dateTimeStamp: with seconds and an offset (VCDM 2.0 §2.2). */
final class DateTimes {
    private static final Pattern LOCAL = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?");
    private static final Pattern ZONED = Pattern.compile(LOCAL + "(Z|[+-]\\d\\d:\\d\\d)");

    private DateTimes() {}

    /** The instant, when the text is one. */
    static Optional<Instant> parse(String text) {
        if (!DateTimeStamp.isUsual(text) && !ZONED.matcher(text).matches()) {
            return Optional.empty();
        }
        return DateTimeStamp.read(text);
    }

    /** Whether only the offset is missing. */
    static boolean isLocal(String text) {
        return LOCAL.matcher(text).matches() && parse(text + "Z").isPresent();
    }
}
