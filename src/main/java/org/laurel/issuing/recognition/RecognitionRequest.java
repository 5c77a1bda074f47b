package org.laurel.issuing.recognition;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.json.Bounds;

/**
 * A wish to recognise a version of a micro-credential.
 *
 * @param by the slug or id of the organisation that recognises
 * @param kind what it counts
 * @param amount how much; may be left out for renewal of a licence
 * @param where the district, state or employer
 * @param from from when; now when not said
 * @param until until when; for ever when not said
 */
record RecognitionRequest(
        String by,
        CountsAs kind,
        @Nullable BigDecimal amount,
        String where,
        @Nullable Instant from,
        @Nullable Instant until) {
    private static final BigDecimal MOST = BigDecimal.valueOf(10_000);
    private static final int MOST_DECIMALS = 3;
    private static final int LONGEST_PLACE = 200;

    /** Refuses what says nothing that can be counted. */
    RecognitionRequest {
        Bounds.text("where", where, LONGEST_PLACE);
        where = Bounds.oneLine(where);
        if (where.isEmpty() || where.matches(".*[\\[\\]<>*_`#\\\\].*")) {
            throw new IllegalArgumentException("where: expected a name, without signs of Markdown");
        }
        if (amount == null && kind != CountsAs.LICENCE_RENEWAL) {
            throw new IllegalArgumentException("amount: expected how much it counts");
        }
        if (amount != null && (amount.signum() <= 0 || amount.compareTo(MOST) > 0 || amount.scale() > MOST_DECIMALS)) {
            throw new IllegalArgumentException(
                    "amount: expected a number over 0, up to " + MOST + ", with " + MOST_DECIMALS + " decimals");
        }
    }

    Recognition.Counts counts() {
        return new Recognition.Counts(kind, amount, where);
    }
}
