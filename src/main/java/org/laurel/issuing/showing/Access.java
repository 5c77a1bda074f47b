package org.laurel.issuing.showing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether evidence that a badge shows can be read. */
public enum Access {
    /** By whoever has its address. */
    OPEN,
    /** By nobody, until who holds the badge opens it again. */
    CLOSED,
    /** By nobody any more: its educator, or the recipient of the badge, was erased. */
    ERASED;

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
