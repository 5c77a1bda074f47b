package org.laurel.web.console.batch;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.laurel.access.caller.Caller;
import org.laurel.access.caller.Callers;
import org.laurel.access.caller.Presented;
import org.laurel.access.role.Scope;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.issuer.Issuers;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.verifying.report.Wording;
import org.laurel.web.console.ToldPages;

/**
 * Lets people through who may award: whoever has not signed in is led there, whoever may not is told so, and organisations of
 * others do not exist. What changes something has to come from a page of ours.
 */
@ApplicationScoped
class Clerks {
    private final Callers callers;
    private final Issuers issuers;
    private final ToldPages told;
    private final BaseUrl base;

    Clerks(Callers callers, Issuers issuers, ToldPages told, BaseUrl base) {
        this.callers = callers;
        this.issuers = issuers;
        this.told = told;
        this.base = base;
    }

    /**
     * A visit.
     *
     * @param presented what the browser says of who comes
     * @param words in the language that they like best
     * @param path where they want to go after signing in
     */
    record Visit(Presented presented, Wording words, String path) {}

    /** Does something for somebody who has this scope somewhere; whether they have it there, the caller says. */
    Uni<Turn> with(Visit visit, Scope scope, Function<Caller, Uni<Turn>> work) {
        if (!visit.presented().isFromOurPages(base)) {
            return Uni.createFrom().item(tell(403, "foreign", visit.words()));
        }
        return callers.authenticate(visit.presented())
                .map(caller -> caller.asking(scope))
                .chain(work::apply)
                .onFailure(ProblemException.class)
                .recoverWithUni(failure -> refused((ProblemException) failure, visit));
    }

    /** The same at an issuer by slug or id. */
    Uni<Turn> at(Visit visit, Scope scope, String slugOrId, Function<Admitted, Uni<Turn>> work) {
        return with(visit, scope, caller -> issuers.find(slugOrId)
                .map(found -> found.filter(issuer -> caller.reaches(issuer.number()))
                        .orElseThrow(() ->
                                ProblemException.of(ProblemType.NOT_FOUND, "There is no such organisation here.")))
                .chain(issuer -> work.apply(new Admitted(caller, issuer))));
    }

    /** Who was let through, and to which organisation. */
    record Admitted(Caller caller, Issuer issuer) {}

    private Uni<Turn> refused(ProblemException problem, Visit visit) {
        return switch (problem.type()) {
            case UNAUTHENTICATED -> Uni.createFrom().item(Turn.to("/sign-in?next=" + visit.path()));
            case FORBIDDEN -> Uni.createFrom().item(tell(403, "awarding", visit.words()));
            default -> Uni.createFrom().failure(problem);
        };
    }

    /** A page that says why not. */
    Turn tell(int status, String what, Wording words) {
        return Turn.page(status, told.of(what, words).data("signedIn", !what.equals("foreign")));
    }
}
