package org.laurel.issuing.screening;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalLong;
import org.laurel.access.caller.Caller;
import org.laurel.access.caller.CurrentCaller;
import org.laurel.access.role.Scope;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;

/** Finds applications on behalf of a caller: an applicant's own, and for who screens all that were handed in. */
@ApplicationScoped
class ReachableApplications {
    private final Applications applications;
    private final Scores scores;
    private final Screeners screeners;
    private final CurrentCaller current;

    ReachableApplications(Applications applications, Scores scores, Screeners screeners, CurrentCaller current) {
        this.screeners = screeners;
        this.applications = applications;
        this.scores = scores;
        this.current = current;
    }

    Caller caller() {
        return current.get();
    }

    /** The account of who calls; a 403 problem for programs. */
    long account() {
        OptionalLong account = caller().account();
        if (account.isEmpty()) {
            throw ProblemException.of(
                    ProblemType.FORBIDDEN, "People apply and score, programs do not: sign in with an account.");
        }
        return account.getAsLong();
    }

    boolean screens() {
        return caller().everywhere().contains(Scope.APPLICATION_SCREEN);
    }

    /** Whether it is the caller's own. */
    boolean owns(Application application) {
        return caller().account().isPresent() && caller().account().getAsLong() == application.account();
    }

    /** One that exists for the caller. */
    Uni<Application> get(String id) {
        boolean screens = screens();
        return applications.find(id).map(found -> found.filter(one -> owns(one) || screens && one.round() > 0)
                .orElseThrow(ReachableApplications::none));
    }

    /** One of the caller's own. */
    Uni<Application> own(String id) {
        return applications.find(id).map(found -> found.filter(this::owns).orElseThrow(ReachableApplications::none));
    }

    /** The application as the caller may see it; own ones as an applicant does. */
    Uni<ApplicationView> shown(Application application) {
        if (owns(application) || !screens()) {
            return Uni.createFrom().item(ApplicationView.of(application));
        }
        long account = caller().account().orElse(0);
        return screeners.rubric(application).chain(rubric -> scores.of(application)
                .chain(there -> scores.conflicts(application)
                        .map(conflicts ->
                                ApplicationView.forScreener(application, rubric, there, conflicts, account))));
    }

    private static ProblemException none() {
        return ProblemException.of(ProblemType.NOT_FOUND, "There is no such application.");
    }
}
