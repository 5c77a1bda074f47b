package org.laurel.holding;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.laurel.access.caller.CurrentCaller;
import org.laurel.access.people.CurrentAccount;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.store.PublicId;

/** Finds the badges of whoever calls; those of others do not exist for them. */
@ApplicationScoped
class HeldByMe {
    private final Holdings holdings;
    private final CurrentAccount me;
    private final CurrentCaller current;

    HeldByMe(Holdings holdings, CurrentAccount me, CurrentCaller current) {
        this.holdings = holdings;
        this.me = me;
        this.current = current;
    }

    /** Who calls. */
    String name() {
        return current.get().name();
    }

    /** By the id of its award; a 404 problem when it is nobody's or somebody else's. */
    Uni<HeldBadge> get(String award) {
        Optional<PublicId> id = PublicId.parse(award);
        return me.get()
                .chain(account -> id.isEmpty()
                        ? Uni.createFrom().item(Optional.<HeldBadge>empty())
                        : holdings.ofAward(account, id.get()))
                .map(found -> found.orElseThrow(() -> ProblemException.of(
                        ProblemType.NOT_FOUND, "There is no such award to an address of this account.")));
    }
}
