package org.laurel.access.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.laurel.access.caller.Callers;
import org.laurel.access.caller.Presented;
import org.laurel.access.people.Account;
import org.laurel.access.people.Accounts;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;

/** Knows who looks at a page, if they have signed in. */
@ApplicationScoped
public class Visitors {
    private final Callers callers;
    private final Accounts accounts;
    private final BaseUrl base;

    Visitors(Callers callers, Accounts accounts, BaseUrl base) {
        this.callers = callers;
        this.accounts = accounts;
        this.base = base;
    }

    /** Whose session it is; nobody's when none came along, or it is over. A 403 problem when a page of somebody else sent it. */
    public Uni<Optional<Account>> of(Presented presented) {
        return signedIn(presented)
                .onFailure(failure ->
                        failure instanceof ProblemException problem && problem.type() == ProblemType.UNAUTHENTICATED)
                .recoverWithItem(Optional.empty());
    }

    /** The same, but a 401 problem when it is over. */
    Uni<Optional<Account>> signedIn(Presented presented) {
        if (presented.token(base).isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return callers.authenticate(presented)
                .chain(caller -> caller.account().isPresent()
                        ? accounts.find(caller.account().getAsLong())
                        : Uni.createFrom().item(Optional.empty()));
    }
}
