package org.laurel.web.console;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.laurel.access.people.Account;
import org.laurel.access.role.Organisation;
import org.laurel.access.role.Scope;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.issuer.Issuers;
import org.laurel.verifying.report.Wording;
import org.laurel.web.Moments;

/** Says which roles somebody has, and where. */
@ApplicationScoped
class RoleReader {
    private final Issuers issuers;

    RoleReader(Issuers issuers) {
        this.issuers = issuers;
    }

    /** The oldest first. */
    Uni<List<ShownRole>> read(Account account, Wording words) {
        return Multi.createFrom()
                .iterable(account.memberships())
                .onItem()
                .transformToUniAndConcatenate(
                        one -> issuer(one.organisation()).map(issuer -> shown(one, issuer, words)))
                .collect()
                .asList();
    }

    private Uni<Optional<Issuer>> issuer(Organisation where) {
        return where.equals(Organisation.PROGRAMME)
                ? Uni.createFrom().item(Optional.empty())
                : issuers.find(where.number());
    }

    private static ShownRole shown(Account.Membership one, Optional<Issuer> issuer, Wording words) {
        return new ShownRole(
                words.text("role." + one.role()),
                words.text("role." + one.role() + ".may"),
                issuer.map(Issuer::name).orElse(""),
                issuer.map(found -> "/issuers/" + found.slug()).orElse(""),
                Moments.day(one.givenAt(), words),
                issuer.filter(found -> one.role().scopes().contains(Scope.AWARD_CREATE))
                        .map(found -> "/console/issuers/" + found.slug() + "/batches")
                        .orElse(""));
    }
}
