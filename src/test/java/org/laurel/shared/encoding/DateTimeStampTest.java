package org.laurel.shared.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateTimeStampTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-25T08:00:00Z",
                "2024-02-29T23:59:59Z",
                "2026-02-29T00:00:00Z",
                "2026-11-25T24:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-11-25T08:00:60Z",
                "0000-01-01T00:00:00Z",
                "2026-11-25T08:00:00.5Z",
                "2026-11-25T08:00:00+02:00",
                "2026-11-25T08:00:00",
                "2026-11-25 08:00:00Z",
                "2026-11-25T08:00:00z",
                "today",
                ""
            })
    void says_what_the_jdk_says(String text) {
        assertThat(DateTimeStamp.read(text)).isEqualTo(byTheJdk(text));
    }

    @Test
    void says_what_the_jdk_says_of_any_digits() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String text = "%04d-%02d-%02dT%02d:%02d:%02dZ"
                    .formatted(
                            random.nextInt(10_000),
                            random.nextInt(15),
                            random.nextInt(34),
                            random.nextInt(26),
                            random.nextInt(62),
                            random.nextInt(62));
            assertThat(DateTimeStamp.read(text)).as(text).isEqualTo(byTheJdk(text));
        }
    }

    private static Optional<Instant> byTheJdk(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
