package org.laurel.issuing.achievement;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The life of a micro-credential. */
public enum AchievementState {
    /** Can be changed; nobody sees it but its authors. */
    DRAFT("change it, hand it in; the administrator may publish it"),
    /** Handed in; a reviewer looks at it, and it stays as it is. */
    IN_REVIEW("a reviewer publishes it or asks for changes"),
    /** Came back from review with comments; can be changed and handed in again. */
    CHANGES_REQUESTED("change it, hand it in again; the administrator may publish it"),
    /** Frozen, public, can be awarded. */
    PUBLISHED("award it, make a new version, retire it"),
    /** Public, and can no longer be awarded. */
    RETIRED("make a new version");

    private final String allowed;

    AchievementState(String allowed) {
        this.allowed = allowed;
    }

    /** What can be done now, for people. */
    String allowed() {
        return allowed;
    }

    /** Whether its authors can change it. */
    public boolean isOpen() {
        return this == DRAFT || this == CHANGES_REQUESTED;
    }

    /** Whether the public sees it. */
    public boolean isPublic() {
        return this == PUBLISHED || this == RETIRED;
    }

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
