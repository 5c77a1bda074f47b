package org.laurel.holding;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether everybody sees a badge's page. */
public enum Visibility {
    /** Whoever has its link. */
    PUBLIC,
    /** Who has a link of the holder's; the signed badge goes on being served. */
    PRIVATE;

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
