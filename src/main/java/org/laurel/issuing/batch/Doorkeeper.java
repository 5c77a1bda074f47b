package org.laurel.issuing.batch;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.laurel.access.caller.Caller;
import org.laurel.access.caller.Callers;
import org.laurel.access.role.Scope;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.issuer.Issuers;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.store.PublicId;
import org.laurel.shared.work.Workers;

/** Lets callers through to what is streamed, where the filter of the other operations does not reach. */
@ApplicationScoped
class Doorkeeper {
    private final Callers callers;
    private final Issuers issuers;
    private final Batches batches;
    private final Workers workers;

    Doorkeeper(Callers callers, Issuers issuers, Batches batches, Workers workers) {
        this.callers = callers;
        this.issuers = issuers;
        this.batches = batches;
        this.workers = workers;
    }

    /** Who was let through, and to which issuer. */
    record Admitted(Caller caller, Issuer issuer) {}

    /** To an issuer by slug or id. */
    Uni<Admitted> toIssuer(RoutingContext context, Scope scope, String slugOrId) {
        return workers.apart(callers.asking(context.request(), scope).chain(caller -> issuers.find(slugOrId)
                .map(found -> found.filter(issuer -> caller.reaches(issuer.number()))
                        .map(issuer -> new Admitted(caller, issuer))
                        .orElseThrow(() -> none("There is no such issuer.")))));
    }

    /** To a batch by id. */
    Uni<Batch> toBatch(RoutingContext context, Scope scope, String id) {
        return workers.apart(callers.asking(context.request(), scope).chain(caller -> PublicId.parse(id)
                .filter(parsed -> caller.reaches(parsed.issuerNo()))
                .map(batches::find)
                .orElse(Uni.createFrom().item(Optional.empty()))
                .map(found -> found.filter(batch -> batch.state() != BatchState.RECEIVING)
                        .orElseThrow(() -> none("There is no such batch.")))));
    }

    private static ProblemException none(String detail) {
        return ProblemException.of(ProblemType.NOT_FOUND, detail);
    }
}
