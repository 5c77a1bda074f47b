package org.laurel.access.people;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.laurel.access.role.Organisation;
import org.laurel.access.role.Role;

/**
 * A link that lets in whoever holds it, once.
 *
 * @param number its row number
 * @param id its public id
 * @param kind what it is for
 * @param gives the role that an invitation gives
 * @param account whose password a recovery sets
 * @param address whom an invitation was made for; who uses it has proven that address
 * @param madeBy who made it
 * @param endsAt until when it works
 */
public record AccountLink(
        long number,
        String id,
        Kind kind,
        Optional<Gift> gives,
        OptionalLong account,
        Optional<EmailAddress> address,
        String madeBy,
        Instant endsAt) {

    /** What a link is for. */
    public enum Kind {
        /** Into a role. */
        INVITATION,
        /** To a new password. */
        RECOVERY;

        @Override
        @JsonValue
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Why a link can no longer be used. */
    public enum End {
        /** Somebody has. */
        USED,
        /** Who made it took it back. */
        WITHDRAWN,
        /** A newer one was made for the same account. */
        REPLACED,
        /** Its time is over. */
        RUN_OUT
    }

    /**
     * A role to be given.
     *
     * @param organisation where
     * @param role which
     */
    public record Gift(Organisation organisation, Role role) {}

    @Override
    public String toString() {
        return "AccountLink[" + id + "]";
    }
}
