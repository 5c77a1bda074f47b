package org.laurel.issuing.achievement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.laurel.access.caller.Caller;
import org.laurel.issuing.issuer.ReachableIssuers;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.store.PublicId;

/** Finds micro-credentials on behalf of a caller: those of other tenants do not exist for them. */
@ApplicationScoped
class ReachableAchievements {
    private final AchievementDefinitions definitions;
    private final ReachableIssuers issuers;

    ReachableAchievements(AchievementDefinitions definitions, ReachableIssuers issuers) {
        this.definitions = definitions;
        this.issuers = issuers;
    }

    Uni<AchievementDefinition> get(String id) {
        Caller caller = issuers.caller();
        return PublicId.parse(id)
                .filter(parsed -> caller.reaches(parsed.issuerNo()))
                .map(definitions::find)
                .orElseThrow(ReachableAchievements::none)
                .map(found -> found.orElseThrow(ReachableAchievements::none));
    }

    private static ProblemException none() {
        return ProblemException.of(ProblemType.NOT_FOUND, "There is no such micro-credential.");
    }
}
