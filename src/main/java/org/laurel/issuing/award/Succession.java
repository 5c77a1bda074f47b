package org.laurel.issuing.award;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an award took the place of, and what took its place.
 *
 * @param replaces the one before it, or null
 * @param replacedBy the one after it, or null
 */
public record Succession(@Nullable Link replaces, @Nullable Link replacedBy) {
    /** Of an award that stands for itself. */
    public static final Succession NONE = new Succession(null, null);

    /**
     * The award at the other end.
     *
     * @param awardId its public id
     * @param credentialId the public id of its credential
     * @param kind how the one took the place of the other
     */
    public record Link(String awardId, String credentialId, Kind kind) {}

    /** How one award takes the place of another. */
    public enum Kind {
        /** For a time more: the one before stays what it was. */
        RENEWAL("renewed", "renew"),
        /** Because it was wrong: the one before is revoked. */
        CORRECTION("corrected", "correct");

        private final String done;
        private final String verb;

        Kind(String done, String verb) {
            this.done = done;
            this.verb = verb;
        }

        /** What became of the one before. */
        String done() {
            return done;
        }

        /** What is done. */
        String verb() {
            return verb;
        }

        @Override
        @JsonValue
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
