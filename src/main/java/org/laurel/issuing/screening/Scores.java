package org.laurel.issuing.screening;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Consumer;

/** The collection of what screeners think. */
interface Scores {

    /** The scores of the round that is under way, in the order in which they came. */
    Uni<List<Application.Score>> of(Application application);

    /**
     * Adds one; screeners who score at once take turns.
     *
     * @param require given the scores that are there by then, throws a problem when one more is not wanted
     */
    Uni<Application.Score> add(Application read, NewScore score, Consumer<List<Application.Score>> require);

    /** Who may not score, and why. */
    Uni<List<Application.Conflict>> conflicts(Application application);

    /** Keeps why somebody may not score; what they scored in this round is dropped. */
    Uni<Application.Conflict> declare(Application application, long account, String screener, String reason);

    /** What somebody thinks. */
    record NewScore(long account, String screener, List<Application.CriterionScore> scores) {

        int total() {
            return scores.stream().mapToInt(Application.CriterionScore::score).sum();
        }
    }
}
