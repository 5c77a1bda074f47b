package org.laurel.issuing.issuer;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.laurel.document.credential.Profile;

/**
 * Whether the programme has looked at an organisation, and what came of it.
 *
 * @param state what counts now
 * @param by who decided so
 * @param at when; null when it was waived, which was when it was made
 * @param until when it lapses; null when it does not
 * @param reason why it was withdrawn, or let in without; null when none was given
 * @param as what it was called when it passed; null when it never did
 */
public record Screening(
        State state,
        String by,
        @Nullable Instant at,
        @Nullable Instant until,
        @Nullable String reason,
        @Nullable As as) {

    /** The name and home page that were screened: who calls itself otherwise since has not been screened so. */
    public record As(@Nullable String name, @Nullable String url) {}

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
        return waived(by, null);
    }

    /** Without screening, for a reason. */
    public static Screening waived(String by, @Nullable String reason) {
        return new Screening(State.WAIVED, by, null, null, reason, null);
    }

    /** Passed, for a term. */
    public static Screening accepted(String by, Instant at, Instant until, Profile profile) {
        return new Screening(State.ACCEPTED, by, at, until, null, new As(profile.name(), profile.url()));
    }

    /** Taken back. */
    public Screening withdrawn(String who, Instant now, String why) {
        return new Screening(State.WITHDRAWN, who, now, until, why, as);
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
