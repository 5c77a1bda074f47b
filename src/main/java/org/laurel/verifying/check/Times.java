package org.laurel.verifying.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads the dates of credentials; what is malformed reads as absent, a lint rule speaks about that. */
final class Times {

    private Times() {}

    static Optional<Instant> read(JsonNode value) {
        if (!value.isTextual()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(value.textValue()).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
