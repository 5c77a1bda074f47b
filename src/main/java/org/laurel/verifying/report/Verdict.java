package org.laurel.verifying.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What the fatal checks come to together. */
public enum Verdict {
    /** Every fatal check passed. */
    VERIFIED,
    /** A fatal check failed. */
    FAILED,
    /** None failed, but at least one could not be told. */
    INDETERMINATE;

    /** The word on the wire. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
