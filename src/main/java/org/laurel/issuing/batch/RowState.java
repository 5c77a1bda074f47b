package org.laurel.issuing.batch;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What came of a row. */
public enum RowState {
    /** Nothing yet. */
    WAITING,
    /** It would be awarded; nothing was, because this was asked for, or because another row is bad. */
    VALID,
    /** A badge was made. */
    AWARDED,
    /** The recipient holds the badge already, or the row stands twice in the file. */
    SKIPPED,
    /** It breaks rules, which are named. */
    FAILED,
    /** The batch was cancelled before its turn came. */
    CANCELLED;

    /** The state with this name. */
    public static RowState of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
