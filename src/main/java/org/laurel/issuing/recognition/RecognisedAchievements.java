package org.laurel.issuing.recognition;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.issuing.achievement.AchievementDefinition;
import org.laurel.issuing.achievement.AchievementDefinitions;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.store.PublicId;

/** Public micro-credentials, and what they count for. */
@ApplicationScoped
class RecognisedAchievements {
    private final AchievementDefinitions achievements;
    private final Recognitions recognitions;
    private final BaseUrl base;

    RecognisedAchievements(AchievementDefinitions achievements, Recognitions recognitions, BaseUrl base) {
        this.achievements = achievements;
        this.recognitions = recognitions;
        this.base = base;
    }

    /** All of one, on one page. */
    record RecognitionsView(List<RecognitionView> items) {}

    /** One that is or was published; a 404 problem when there is none. */
    Uni<AchievementDefinition> find(String id) {
        return achievements
                .find(id)
                .map(found -> found.filter(one -> one.state().isPublic()).orElseThrow(RecognisedAchievements::none));
    }

    /** What it counts for now. */
    Uni<RecognitionsView> of(AchievementDefinition achievement) {
        return recognitions
                .of(PublicId.parse(achievement.id()).orElseThrow())
                .map(found -> new RecognitionsView(
                        found.stream().map(one -> RecognitionView.of(one, base)).toList()));
    }

    static ProblemException none() {
        return ProblemException.of(ProblemType.NOT_FOUND, "There is no such micro-credential.");
    }
}
