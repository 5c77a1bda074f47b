package org.laurel.access.people;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.laurel.access.role.Organisation;
import org.laurel.access.role.Role;

/**
 * Somebody who can sign in. Everybody is an educator; what else they are, their memberships say.
 *
 * @param number its row number
 * @param id its public id
 * @param name what they are called; may change
 * @param addresses proven to be theirs, the oldest first
 * @param memberships which roles they have, and where
 * @param state whether it can be used
 * @param version grows with every change
 * @param createdAt when it was made
 */
public record Account(
        long number,
        String id,
        String name,
        List<String> addresses,
        List<Membership> memberships,
        State state,
        long version,
        Instant createdAt) {

    /** Copies the lists. */
    public Account {
        addresses = List.copyOf(addresses);
        memberships = List.copyOf(memberships);
    }

    /** Where letters to them go: the oldest of their proven addresses; empty when they have none. */
    public Optional<String> address() {
        return addresses.stream().findFirst();
    }

    /**
     * A role.
     *
     * @param organisation where
     * @param role which
     * @param givenAt since when
     */
    public record Membership(Organisation organisation, Role role, Instant givenAt) {}

    /** The life of an account. */
    public enum State {
        /** Can sign in. */
        ACTIVE,
        /** Became part of another. */
        MERGED,
        /** Nobody can read any more whose it was. */
        ERASED;

        @Override
        @JsonValue
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
