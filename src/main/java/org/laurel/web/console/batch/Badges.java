package org.laurel.web.console.batch;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.laurel.issuing.achievement.AchievementDefinition;
import org.laurel.issuing.achievement.AchievementDefinitions;
import org.laurel.issuing.achievement.AchievementState;
import org.laurel.shared.store.PageRequest;

/** The micro-credentials that an organisation may award. */
@ApplicationScoped
class Badges {
    private final AchievementDefinitions achievements;

    Badges(AchievementDefinitions achievements) {
        this.achievements = achievements;
    }

    /** A micro-credential to choose. */
    public record ShownBadge(String id, String name) {}

    /** Those that are published, newest first; a form shows no more than two hundred, and rows may name any. */
    Uni<List<AchievementDefinition>> of(int issuerNo) {
        return achievements
                .list(
                        Optional.of(Set.of(issuerNo)),
                        Optional.of(AchievementState.PUBLISHED),
                        new PageRequest(PageRequest.MAX_LIMIT, Long.MAX_VALUE))
                .map(page -> page.items());
    }

    /** Those of them that can be awarded without evidence handed in here. */
    static List<ShownBadge> direct(List<AchievementDefinition> all) {
        return all.stream()
                .filter(AchievementDefinition::directAward)
                .map(one -> new ShownBadge(
                        one.id(), Objects.requireNonNullElse(one.achievement().name(), one.id())))
                .toList();
    }
}
