package org.laurel.access.people;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.access.role.Organisation;
import org.laurel.access.role.Role;
import org.laurel.shared.store.Alongside;
import org.laurel.shared.store.Page;
import org.laurel.shared.store.PageRequest;

/** The collection of accounts. */
public interface Accounts {

    /** By public id, whatever its state. */
    Uni<Optional<Account>> find(String id);

    /** By number, whatever its state. */
    Uni<Optional<Account>> find(long number);

    /** The active account that has proven this address. */
    Uni<Optional<Account>> findByAddress(EmailAddress address);

    /** All of them, newest first. */
    Uni<Page<Account>> list(PageRequest page);

    /** Those who have a role in an organisation, newest first. */
    Uni<Page<Account>> members(Organisation organisation, PageRequest page);

    /** Makes an account with a proven address; 409 when another has it. */
    Uni<Account> create(NewAccount made, Alongside<Account> alongside);

    /** Gives a new name; 412 when the account has changed since it was read. */
    Uni<Account> rename(Account read, String name);

    /** The hash of the password; empty when none was set. */
    Uni<Optional<String>> passwordHash(long number);

    /** Sets a new password and ends every session. */
    Uni<Void> setPassword(long number, String hash);

    /** Takes a role away; false when they did not have it; 409 when nobody would be left who has it and has to. */
    Uni<Boolean> remove(Removal removal);

    /** Gives a role in the caller's transaction; that they have it already is no fault. */
    Uni<Void> give(Mutiny.StatelessSession session, Account account, Organisation where, Role role, String by);

    /** Makes one account part of another: addresses and roles go over, sessions end. */
    Uni<Account> merge(Account from, Account into, String by);

    /** Forgets who it was: name, addresses, password, roles and sessions. */
    Uni<Void> erase(Account account);

    /**
     * An account to be made.
     *
     * @param name what they are called
     * @param address proven to be theirs
     * @param passwordHash empty when it is set later, by a link
     * @param by who makes it
     */
    record NewAccount(String name, EmailAddress address, Optional<String> passwordHash, String by) {}

    /**
     * A role to be taken away.
     *
     * @param account whose
     * @param organisation where
     * @param role which
     * @param last whether the last owner may go, too
     * @param by who takes it away
     */
    record Removal(Account account, Organisation organisation, Role role, boolean last, String by) {}
}
