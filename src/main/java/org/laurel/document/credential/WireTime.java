package org.laurel.document.credential;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** Times and dates on the wire: RFC 3339 in UTC and whole seconds, {@code 2026-11-25T08:00:00Z}; dates without time. */
final class WireTime {

    private WireTime() {}

    /** Writes an instant. */
    static final class Writer extends JsonSerializer<Instant> {
        @Override
        public void serialize(Instant value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(value.truncatedTo(ChronoUnit.SECONDS).toString());
        }
    }

    /** Reads a date-time with an offset. */
    static final class Reader extends JsonDeserializer<Instant> {
        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
            try {
                return OffsetDateTime.parse(in.getText()).toInstant();
            } catch (DateTimeException e) {
                throw context.weirdStringException(in.getText(), Instant.class, "expected a date-time with an offset");
            }
        }
    }

    /** Reads a calendar date. */
    static final class DateReader extends JsonDeserializer<LocalDate> {
        @Override
        public LocalDate deserialize(JsonParser in, DeserializationContext context) throws IOException {
            try {
                return LocalDate.parse(in.getText());
            } catch (DateTimeException e) {
                throw context.weirdStringException(in.getText(), LocalDate.class, "expected a date");
            }
        }
    }
}
