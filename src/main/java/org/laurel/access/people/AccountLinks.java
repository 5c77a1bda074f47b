package org.laurel.access.people;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.laurel.access.role.Organisation;
import org.laurel.shared.store.Alongside;
import org.laurel.shared.store.Page;
import org.laurel.shared.store.PageRequest;

/** The collection of links that let people in; of each only the hash of its token is kept. */
public interface AccountLinks {

    /** Makes an invitation; it works for seven days. */
    Uni<NewLink> invite(AccountLink.Gift gift, EmailAddress address, String by, Alongside<NewLink> alongside);

    /** Makes a link to a new password; it works for a day, and those made before no longer do. */
    Uni<NewLink> recovery(Account account, String by);

    /** Invitations into an organisation that can still be used, newest first. */
    Uni<Page<AccountLink>> open(Organisation organisation, PageRequest page);

    /** Takes an invitation back; false when there is none that can still be used. */
    Uni<Boolean> withdraw(Organisation organisation, String id);

    /** The link with this token, while it can be used. */
    Uni<Optional<AccountLink>> find(String token);

    /** Why the link with this token can no longer be used; empty when it can, or never was. */
    Uni<Optional<AccountLink.End>> end(String token);

    /**
     * Uses a link: gives the role to the account, or sets its password. 409 when somebody was faster.
     *
     * @param use by whom
     */
    Uni<Account> use(AccountLink link, Use use);

    /**
     * Who uses a link.
     *
     * @param account the account that gets the role; empty for a new one
     * @param name of the new account
     * @param passwordHash of the new account, or for the recovered one
     */
    record Use(Optional<Account> account, String name, Optional<String> passwordHash) {}

    /**
     * A link just made.
     *
     * @param link the link
     * @param token to be shown this once
     */
    record NewLink(AccountLink link, String token) {}
}
