package org.laurel.issuing.achievement;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The life of a micro-credential. */
public enum AchievementState {
    /** Being written; can be changed, cannot be awarded. */
    DRAFT,
    /** Frozen; can be awarded. */
    PUBLISHED,
    /** No longer awarded; what was awarded stays. */
    RETIRED;

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
