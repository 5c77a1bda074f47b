package org.laurel.issuing.recognition;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;

/** What a recognition counts. */
public enum CountsAs {
    /** Hours of professional learning. */
    HOURS("Counts as %s hours of professional learning in %s"),
    /** Credits. */
    CREDITS("Counts as %s credits in %s"),
    /** Steps on a salary schedule. */
    SALARY_STEPS("Counts as %s steps on the salary schedule of %s"),
    /** Renewal of a licence, by hours where an amount is said. */
    LICENCE_RENEWAL("Counts as %s hours towards licence renewal in %s");

    private final String sentence;

    CountsAs(String sentence) {
        this.sentence = sentence;
    }

    /** The sentence that is signed, always of the same form. */
    String sentence(Recognition.Counts counts, Recognition.Term term) {
        var amount = counts.amount();
        String said = amount == null
                ? "Counts towards licence renewal in " + counts.where()
                : sentence.formatted(amount.toPlainString(), counts.where());
        return said + ", from " + day(term.from()) + (term.until() == null ? "" : " until " + day(term.until())) + ".";
    }

    private static String day(Instant moment) {
        return moment.toString().substring(0, 10);
    }

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
