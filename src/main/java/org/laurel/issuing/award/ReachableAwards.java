package org.laurel.issuing.award;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.laurel.access.caller.Caller;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.issuer.ReachableIssuers;
import org.laurel.shared.door.Answer;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.store.PublicId;

/** Finds awards on behalf of a caller, and shows them: those of other tenants do not exist for them. */
@ApplicationScoped
class ReachableAwards {
    private final ReachableIssuers issuers;
    private final Awards awards;
    private final BaseUrl base;

    ReachableAwards(ReachableIssuers issuers, Awards awards, BaseUrl base) {
        this.issuers = issuers;
        this.awards = awards;
        this.base = base;
    }

    /** Who calls. */
    Caller caller() {
        return issuers.caller();
    }

    /** By public id; a 404 problem when there is none that the caller reaches. */
    Uni<Award> get(String id) {
        Caller caller = issuers.caller();
        return PublicId.parse(id)
                .filter(parsed -> caller.reaches(parsed.issuerNo()))
                .map(awards::find)
                .orElseThrow(ReachableAwards::none)
                .map(found -> found.orElseThrow(ReachableAwards::none));
    }

    /** The issuer of one. */
    Uni<Issuer> issuer(Award award) {
        return issuers.get(award.issuerNo());
    }

    /** The answer that shows one. */
    Answer answer(int status, Award award, Issuer issuer) {
        return AwardView.answer(status, award, issuer.slug().value(), base);
    }

    private static ProblemException none() {
        return ProblemException.of(ProblemType.NOT_FOUND, "There is no such award.");
    }
}
