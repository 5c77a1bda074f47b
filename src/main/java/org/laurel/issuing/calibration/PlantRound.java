package org.laurel.issuing.calibration;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.laurel.issuing.achievement.AchievementDefinitions;
import org.laurel.issuing.achievement.AchievementTerms;
import org.laurel.shared.work.OneByOne;

/** Plants items among what educators hand in, as many as the terms of each micro-credential say. */
@ApplicationScoped
public class PlantRound {
    private final Planting planting;
    private final AchievementDefinitions achievements;
    private final AchievementTerms terms;

    PlantRound(Planting planting, AchievementDefinitions achievements, AchievementTerms terms) {
        this.planting = planting;
        this.achievements = achievements;
        this.terms = terms;
    }

    /** One round; on several replicas at once nothing is planted twice. */
    @Scheduled(every = "10m", delayed = "3m")
    public Uni<Void> plant() {
        return planting.achievements()
                .chain(ids -> OneByOne.each(
                        ids,
                        id -> achievements.find(id).map(Optional::orElseThrow).chain(found -> terms.of(found)
                                .chain(termed ->
                                        planting.plantNext(found, termed.terms().planted())))));
    }
}
