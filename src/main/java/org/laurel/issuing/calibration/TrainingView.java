package org.laurel.issuing.calibration;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far an assessor is with the training for a micro-credential.
 *
 * @param achievement the micro-credential
 * @param admitted whether its evidence comes to them
 * @param how by {@code training}, or {@code by-hand}; absent when there is nothing to train on, and before
 * @param needed how many items they have to score
 * @param percent on how many of a hundred criteria of these they have to agree with the truth
 * @param scored how many they have scored
 * @param agreement on which share of criteria they agree so far
 * @param detail what to do
 * @param items what there is to score
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TrainingView(
        String achievement,
        boolean admitted,
        @Nullable String how,
        int needed,
        int percent,
        int scored,
        @Nullable Double agreement,
        String detail,
        List<Item> items) {

    /**
     * A training item.
     *
     * @param id by which it is read and scored
     * @param scored whether they have scored it
     * @param agreement on which share of its criteria they agree with the truth
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(String id, boolean scored, @Nullable Double agreement) {}

    static TrainingView of(String achievement, TrainingState state) {
        return new TrainingView(
                achievement,
                state.opensDesk(),
                state.admission() == null ? null : state.admission().how(),
                state.asked(),
                state.percent(),
                state.done(),
                state.agreement().orElse(null),
                state.detail(achievement),
                state.items().stream()
                        .map(item -> new Item(
                                item.id(),
                                item.isScored(),
                                item.isScored() ? (Double) ((double) item.same() / item.n()) : null))
                        .toList());
    }
}
