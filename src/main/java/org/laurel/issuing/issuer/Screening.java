package org.laurel.issuing.issuer;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether the programme has looked at an organisation, and what came of it.
 *
 * @param state what counts now
 * @param by who decided so
 * @param at when; null when it was waived
 * @param until when it lapses; null when it does not
 * @param reason why it was withdrawn; null otherwise
 */
public record Screening(
        State state,
        String by,
        @Nullable Instant at,
        @Nullable Instant until,
        @Nullable String reason) {

    /** What can come of it. */
    public enum State {
        /** It passed. */
        ACCEPTED,
        /** The administrator let it in without screening: it earns no endorsement and no place in the registry. */
        WAIVED,
        /** It was taken back: nothing new may be issued. */
        WITHDRAWN;

        @Override
        @JsonValue
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Without screening. */
    public static Screening waived(String by) {
        return new Screening(State.WAIVED, by, null, null, null);
    }

    /** Passed, for a term. */
    public static Screening accepted(String by, Instant at, Instant until) {
        return new Screening(State.ACCEPTED, by, at, until, null);
    }

    /** Whether it counts as screened at this time: accepted, and not lapsed. */
    public boolean counts(Instant now) {
        return state == State.ACCEPTED && (until == null || now.isBefore(until));
    }

    /** Whether it may issue nothing new. */
    public boolean isWithdrawn() {
        return state == State.WITHDRAWN;
    }
}
