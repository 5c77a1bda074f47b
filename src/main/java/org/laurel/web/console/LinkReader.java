package org.laurel.web.console;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.laurel.access.people.Account;
import org.laurel.access.people.AccountLink;
import org.laurel.access.people.Accounts;
import org.laurel.access.role.Organisation;
import org.laurel.access.role.Role;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.issuer.Issuers;
import org.laurel.verifying.report.Wording;
import org.laurel.web.Moments;

/** Says what a link is for, to whom it was made, and what using it will do. */
@ApplicationScoped
class LinkReader {
    private final Accounts accounts;
    private final Issuers issuers;

    LinkReader(Accounts accounts, Issuers issuers) {
        this.accounts = accounts;
        this.issuers = issuers;
    }

    /** What a link is for. */
    Uni<ShownLink> read(AccountLink link, Optional<Account> visitor, Wording words) {
        if (link.kind() == AccountLink.Kind.RECOVERY) {
            return accounts.find(link.account().orElseThrow())
                    .map(Optional::orElseThrow)
                    .map(account -> new ShownLink(
                            ShownLink.Way.RECOVER,
                            "",
                            "",
                            "",
                            account.address().orElse(""),
                            account.name(),
                            Moments.day(link.endsAt(), words)));
        }
        return accounts.findByAddress(link.address().orElseThrow())
                .chain(owner -> place(link).map(place -> invitation(link, place, owner, visitor, words)));
    }

    private static ShownLink invitation(
            AccountLink link, String place, Optional<Account> owner, Optional<Account> visitor, Wording words) {
        Role role = link.gives().orElseThrow().role();
        ShownLink.Way another = visitor.isPresent() ? ShownLink.Way.PROVE : ShownLink.Way.BEGIN;
        return new ShownLink(
                owner.isPresent() ? ShownLink.Way.GIVE : another,
                words.text("role." + role),
                words.text("role." + role + ".may"),
                place,
                link.address().orElseThrow().text(),
                owner.or(() -> visitor).map(Account::name).orElse(""),
                Moments.day(link.endsAt(), words));
    }

    private Uni<String> place(AccountLink link) {
        Organisation where = link.gives().orElseThrow().organisation();
        return where.equals(Organisation.PROGRAMME)
                ? Uni.createFrom().item("")
                : issuers.find(where.number())
                        .map(found -> found.map(Issuer::name).orElse(where.id()));
    }
}
