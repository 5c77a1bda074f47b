package org.laurel.issuing.recognition;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.issuing.achievement.AchievementDefinition;
import org.laurel.shared.store.PublicId;

/** The collection of recognitions. */
public interface Recognitions {

    /** Those of a version that stand, the oldest first, at most 100. */
    Uni<List<Recognition>> of(PublicId achievement);

    /** By public id. */
    Uni<Optional<Recognition>> find(PublicId id);

    /** Stores one in the caller's transaction; a 409 problem when the same organisation says the same kind of thing already. */
    Uni<Void> add(Mutiny.StatelessSession session, AchievementDefinition achievement, Recognition made, String by);

    /** Withdraws one, with the endorsement that says so; what was withdrawn stays as it is. */
    Uni<Recognition> withdraw(Recognition recognition, String reason, String by);
}
