package org.laurel.issuing.calibration;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.laurel.access.caller.Caller;
import org.laurel.access.caller.CurrentCaller;
import org.laurel.issuing.achievement.AchievementDefinition;
import org.laurel.issuing.achievement.AchievementDefinitions;
import org.laurel.issuing.template.MicroCredentialTemplate;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.store.PublicId;

/** Finds micro-credentials and their calibration items on behalf of a caller: those of other tenants do not exist. */
@ApplicationScoped
class ReachableItems {
    private final AchievementDefinitions achievements;
    private final CalibrationItems items;
    private final CurrentCaller current;

    ReachableItems(AchievementDefinitions achievements, CalibrationItems items, CurrentCaller current) {
        this.achievements = achievements;
        this.items = items;
        this.current = current;
    }

    Caller caller() {
        return current.get();
    }

    /** A micro-credential that exists for the caller. */
    Uni<AchievementDefinition> achievement(String id) {
        Caller caller = caller();
        return PublicId.parse(id)
                .filter(parsed -> caller.reaches(parsed.issuerNo()))
                .map(achievements::find)
                .orElse(Uni.createFrom().item(Optional.empty()))
                .map(found -> found.orElseThrow(
                        () -> ProblemException.of(ProblemType.NOT_FOUND, "There is no such micro-credential.")));
    }

    /** That of an item. */
    Uni<AchievementDefinition> of(CalibrationItem item) {
        return achievements.find(item.achievement()).map(Optional::orElseThrow);
    }

    /** An item that exists for the caller. */
    Uni<CalibrationItem> item(String id) {
        Caller caller = caller();
        return PublicId.parse(id)
                .filter(parsed -> caller.reaches(parsed.issuerNo()))
                .map(items::find)
                .orElse(Uni.createFrom().item(Optional.empty()))
                .map(found -> found.orElseThrow(ReachableItems::none));
    }

    static ProblemException none() {
        return ProblemException.of(ProblemType.NOT_FOUND, "There is no such item.");
    }

    /** The template of one whose rubric does not change any more; a 409 problem for every other. */
    static MicroCredentialTemplate frozen(AchievementDefinition achievement) {
        AchievementDefinition.Drafted drafted = achievement.drafted();
        if (drafted == null || !achievement.state().isPublic()) {
            throw ProblemException.of(
                    ProblemType.CONFLICT,
                    drafted == null
                            ? "The micro-credential has no rubric: it was not drafted on the template."
                            : "The micro-credential is " + achievement.state()
                                    + ", so that its rubric may still change. Allowed now: publish it.");
        }
        return drafted.template();
    }
}
