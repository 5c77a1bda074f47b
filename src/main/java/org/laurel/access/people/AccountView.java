package org.laurel.access.people;

import java.time.Instant;
import java.util.List;
import org.laurel.access.role.Role;
import org.laurel.shared.door.Answer;
import org.laurel.shared.door.EntityTags;
import org.laurel.shared.sealing.Person;

/**
 * An account as it is told.
 *
 * @param id its public id
 * @param name what they are called
 * @param emails proven addresses
 * @param roles which, and where
 * @param state {@code active}, {@code merged}, {@code erased}
 * @param createdAt when it was made
 */
record AccountView(
        String id, String name, List<String> emails, List<RoleView> roles, Account.State state, Instant createdAt) {

    /**
     * A role.
     *
     * @param role its name
     * @param organisation the public id of the organisation, or {@code programme}
     * @param since when it was given
     */
    record RoleView(Role role, String organisation, Instant since) {}

    static AccountView of(Account account) {
        return new AccountView(
                account.id(),
                account.name(),
                account.addresses(),
                account.memberships().stream()
                        .map(one -> new RoleView(one.role(), one.organisation().id(), one.givenAt()))
                        .toList(),
                account.state(),
                account.createdAt());
    }

    static Answer answer(int status, Account account) {
        return Answer.of(status, of(account))
                .with("ETag", EntityTags.of(account.version()))
                .about(new Person(0, account.number()));
    }
}
