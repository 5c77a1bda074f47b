package org.laurel.issuing.issuer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.laurel.access.caller.Caller;
import org.laurel.access.caller.CurrentCaller;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.work.SharedReads;
import org.laurel.shared.work.Workers;

/** Finds issuers on behalf of a caller: those of other tenants do not exist for them. */
@ApplicationScoped
public class ReachableIssuers {
    private final Issuers issuers;
    private final CurrentCaller current;
    private final Workers workers;
    /** Many who award at once name the same issuer, which is then read once for all. */
    private final SharedReads<String, Optional<Issuer>> named;

    ReachableIssuers(Issuers issuers, CurrentCaller current, Workers workers) {
        this.issuers = issuers;
        this.current = current;
        this.workers = workers;
        this.named = new SharedReads<>(workers, SharedReads.Rest.SHORT, issuers::find);
    }

    /** Who calls. */
    public Caller caller() {
        return current.get();
    }

    /** By slug or id; a 404 problem when there is none that the caller reaches. */
    public Uni<Issuer> get(String slugOrId) {
        Caller caller = current.get();
        return workers.comeBack(named.read(slugOrId))
                .map(found ->
                        found.filter(issuer -> caller.reaches(issuer.number())).orElseThrow(ReachableIssuers::none));
    }

    /** By number; a 404 problem when the caller does not reach it. */
    public Uni<Issuer> get(int number) {
        Caller caller = current.get();
        return issuers.find(number).map(found -> found.filter(issuer -> caller.reaches(issuer.number()))
                .orElseThrow(ReachableIssuers::none));
    }

    private static ProblemException none() {
        return ProblemException.of(ProblemType.NOT_FOUND, "There is no such issuer.");
    }
}
