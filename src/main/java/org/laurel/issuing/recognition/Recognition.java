package org.laurel.issuing.recognition;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a version of a micro-credential counts for with an organisation.
 *
 * @param issuerNo who recognises
 * @param number its row number
 * @param id its public id
 * @param by who recognises, as they are called today
 * @param slug their name in addresses
 * @param achievement the public id of the version
 * @param counts what it counts for
 * @param term from when, and until when
 * @param endorsement the public id of the endorsement that says so
 * @param withdrawn by whom, when and why it was withdrawn; null while it stands
 */
public record Recognition(
        int issuerNo,
        long number,
        String id,
        String by,
        String slug,
        String achievement,
        Counts counts,
        Term term,
        String endorsement,
        @Nullable Withdrawn withdrawn) {

    /**
     * What it counts for.
     *
     * @param kind what is counted
     * @param amount how much; null where renewal alone is meant
     * @param where the district, state or employer with whom
     */
    public record Counts(CountsAs kind, @Nullable BigDecimal amount, String where) {
        /** Without zeros at the end, and without an exponent. */
        public Counts {
            if (amount != null) {
                BigDecimal bare = amount.stripTrailingZeros();
                amount = bare.scale() < 0 ? bare.setScale(0) : bare;
            }
        }
    }

    /** From when, and until when; null for ever. */
    public record Term(Instant from, @Nullable Instant until) {}

    /** Who withdrew it, when, and why. */
    public record Withdrawn(String by, Instant at, String reason) {}
}
