package org.laurel.verifying.openbadges2;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Optional;

/** Reads times: ISO 8601 with a time zone, extended or basic, seconds or not (OB 2.0, DateTime). */
final class DateTimes {
    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter();

    private DateTimes() {}

    /** The time; empty when it is none, or has no zone. */
    static Optional<Instant> read(JsonNode member) {
        try {
            return member.isTextual()
                    ? Optional.of(OffsetDateTime.parse(member.textValue(), FORM).toInstant())
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
