package org.laurel.issuing.award;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The life of an award. */
public enum AwardState {
    /** Signed, hosted, in force. */
    ISSUED,
    /** Out of force for a while. */
    SUSPENDED,
    /** Out of force for ever. */
    REVOKED,
    /** The recipient had it erased. */
    ERASED;

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
