package org.laurel.access.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.laurel.access.caller.Presented;
import org.laurel.access.people.Account;
import org.laurel.access.people.AccountLink;
import org.laurel.access.people.AccountLinks;
import org.laurel.access.people.Accounts;
import org.laurel.access.people.EmailAddress;
import org.laurel.access.people.Names;
import org.laurel.access.people.Passwords;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;

/** Takes in who holds a link. */
@ApplicationScoped
public class Welcome {
    private final AccountLinks links;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Visitors visitors;

    Welcome(AccountLinks links, Accounts accounts, Passwords passwords, Visitors visitors) {
        this.links = links;
        this.accounts = accounts;
        this.passwords = passwords;
        this.visitors = visitors;
    }

    /**
     * Uses a link.
     *
     * @param name of a new account
     * @param password of a new account, or the new one
     * @param presented who is signed in, if anybody
     */
    public Uni<Account> use(String token, Optional<String> name, Optional<String> password, Presented presented) {
        return links.find(token)
                .map(found -> found.orElseThrow(() -> ProblemException.of(
                        ProblemType.NOT_FOUND, "No link has this token, or it was used, taken back, or has run out.")))
                .chain(link -> link.kind() == AccountLink.Kind.RECOVERY
                        ? recover(link, password)
                        : join(link, name, password, presented));
    }

    private Uni<Account> recover(AccountLink link, Optional<String> password) {
        return accounts.find(link.account().orElseThrow())
                .map(Optional::orElseThrow)
                .chain(account -> hashed(password, Passwords.known(account))
                        .chain(hash -> links.use(
                                link, new AccountLinks.Use(Optional.of(account), account.name(), Optional.of(hash)))));
    }

    private Uni<Account> join(AccountLink link, Optional<String> name, Optional<String> password, Presented presented) {
        EmailAddress address = link.address().orElseThrow();
        return accounts.findByAddress(address)
                .chain(owner -> owner.isPresent() ? Uni.createFrom().item(owner) : visitors.signedIn(presented))
                .chain(account -> account.isPresent()
                        ? links.use(link, new AccountLinks.Use(account, "", Optional.empty()))
                        : begin(link, name, password, address));
    }

    private Uni<Account> begin(
            AccountLink link, Optional<String> name, Optional<String> password, EmailAddress address) {
        String called = called(name.filter(text -> !text.isBlank()).orElseThrow(() -> missing("name")));
        return hashed(password, List.of(called, address.text()))
                .chain(hash -> links.use(link, new AccountLinks.Use(Optional.empty(), called, Optional.of(hash))));
    }

    private static String called(String name) {
        try {
            return Names.required(name);
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(
                    ProblemType.INVALID, List.of(new Violation("/name", "invalid", e.getMessage() + ".")));
        }
    }

    private Uni<String> hashed(Optional<String> password, List<String> known) {
        String chosen = password.orElseThrow(() -> missing("password"));
        Passwords.require(chosen, "/password", known);
        return passwords.hash(chosen);
    }

    private static ProblemException missing(String member) {
        return ProblemException.of(
                ProblemType.INVALID,
                List.of(new Violation(
                        "/" + member,
                        "required",
                        "\"" + member + "\" is required: nobody has proven this address yet.")));
    }
}
