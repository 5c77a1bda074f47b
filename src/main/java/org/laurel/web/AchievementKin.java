package org.laurel.web;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.hosting.PublicDocuments;
import org.laurel.issuing.achievement.AchievementDefinition;
import org.laurel.shared.work.OneByOne;
import org.laurel.verifying.report.Wording;

/** What the page of a micro-credential leads to: its versions, and what is earned first. */
@Singleton
class AchievementKin {
    private final PublicDocuments documents;

    AchievementKin(PublicDocuments documents) {
        this.documents = documents;
    }

    /**
     * The pages that it leads to.
     *
     * @param newer its newest published version; null when it is that itself
     * @param older the version that it was made from; null when it is the first
     * @param first what is earned first
     */
    record Found(SharedBadge.@Nullable Item newer, SharedBadge.@Nullable Item older, List<SharedBadge.Item> first) {}

    /** Looks them up; what is not public is told by its id, and led to by nothing. */
    Uni<Found> of(AchievementDefinition definition, Wording words) {
        AchievementDefinition.Drafted drafted = definition.drafted();
        List<String> stack = drafted == null ? List.of() : drafted.template().stack();
        return documents.newest(definition).chain(newer -> older(definition)
                .chain(older -> OneByOne.all(stack, this::earnedFirst)
                        .map(first -> new Found(version(newer, words), version(older, words), first))));
    }

    private Uni<Optional<AchievementDefinition>> older(AchievementDefinition definition) {
        return definition.previousVersion() == null
                ? Uni.createFrom().item(Optional.empty())
                : documents.achievement(definition.previousVersion());
    }

    private Uni<SharedBadge.Item> earnedFirst(String id) {
        return documents.achievement(id).map(found -> found.map(AchievementDefinition::achievement)
                .map(one -> new SharedBadge.Item(one.name(), null, one.id()))
                .orElse(new SharedBadge.Item(id, null, null)));
    }

    private static SharedBadge.@Nullable Item version(Optional<AchievementDefinition> found, Wording words) {
        return found.map(one -> new SharedBadge.Item(
                        one.achievement().name(),
                        told(one, words),
                        one.achievement().id()))
                .orElse(null);
    }

    /** Its version, when it has one, and when it was published. */
    private static String told(AchievementDefinition definition, Wording words) {
        String version = definition.achievement().version();
        return Stream.of(
                        version == null ? null : words.text("share.version") + " " + version,
                        definition.publishedAt() == null
                                ? null
                                : words.text("share.published") + " "
                                        + Moments.day(Objects.requireNonNull(definition.publishedAt()), words))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }
}
