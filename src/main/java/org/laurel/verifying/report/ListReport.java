package org.laurel.verifying.report;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;

/**
 * What a status list said of the badge, so that a receipt shows on which state of it the answer stands.
 *
 * @param url the list
 * @param purpose what it is for
 * @param index where the badge stands in it
 * @param value what stood there; 0 when nothing is set
 * @param digest {@code sha256:} and the hash of the list as it came, in hexadecimal digits
 * @param obtainedAt when it was had
 */
public record ListReport(
        String url,
        String purpose,
        long index,
        long value,
        String digest,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant obtainedAt) {}
