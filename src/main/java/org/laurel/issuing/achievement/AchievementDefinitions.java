package org.laurel.issuing.achievement;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.document.credential.Achievement;
import org.laurel.shared.store.Alongside;
import org.laurel.shared.store.Page;
import org.laurel.shared.store.PageRequest;
import org.laurel.shared.store.PublicId;

/** The collection of micro-credentials. */
public interface AchievementDefinitions {

    /** By public id. */
    Uni<Optional<AchievementDefinition>> find(PublicId id);

    /** The newest published one with this human code; empty when there is none. */
    Uni<Optional<AchievementDefinition>> findByCode(int issuerNo, String humanCode);

    /** An issuer's, newest first, those in one state only when given. */
    Uni<Page<AchievementDefinition>> list(int issuerNo, Optional<AchievementState> state, PageRequest page);

    /** Stores a draft. */
    Uni<AchievementDefinition> create(Draft draft, Alongside<AchievementDefinition> alongside);

    /** Replaces a draft that was read; 409 when it is no draft, 412 when it has changed since. */
    Uni<AchievementDefinition> replace(
            AchievementDefinition read, Achievement achievement, boolean directAward, String by);

    /** Publishes a draft: from then on it is frozen. 409 when it is no draft. */
    Uni<AchievementDefinition> publish(AchievementDefinition read, String by);

    /** Ends awarding; 409 unless it is published. */
    Uni<AchievementDefinition> retire(AchievementDefinition read, String by);

    /**
     * A draft to be stored.
     *
     * @param id its public id
     * @param achievement what it says
     * @param directAward whether it may be awarded directly
     * @param previousVersion the id of the version it is made from, or null
     * @param by who makes it
     */
    record Draft(
            PublicId id,
            Achievement achievement,
            boolean directAward,
            @Nullable String previousVersion,
            String by) {}
}
