package org.laurel.issuing.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Who has scored enough training items well enough. */
class TrainingStateTest {
    private static final TrainingState.Item OPEN = new TrainingState.Item("open", 0, 0);

    private static TrainingState.Item scored(long n, long same) {
        return new TrainingState.Item("scored", n, same);
    }

    private static TrainingState of(int needed, TrainingState.Item... items) {
        return new TrainingState(needed, 80, List.of(items), null);
    }

    @Test
    void without_training_items_the_desk_is_open() {
        assertThat(of(3).opensDesk()).isTrue();
        assertThat(of(3, OPEN).opensDesk()).isFalse();
    }

    @Test
    void enough_items_have_to_be_scored_but_no_more_than_there_are() {
        assertThat(of(3, scored(5, 5), scored(5, 5), OPEN).isPassed()).isFalse();
        assertThat(of(3, scored(5, 5), scored(5, 5)).isPassed()).isTrue();
        assertThat(of(3, scored(5, 5), scored(5, 5)).asked()).isEqualTo(2);
    }

    @Test
    void agreement_counts_over_the_criteria_of_the_last_items() {
        assertThat(of(2, scored(5, 4), scored(5, 4)).isPassed()).isTrue();
        assertThat(of(2, scored(5, 5), scored(5, 2)).isPassed()).isFalse();
        assertThat(of(2, scored(5, 0), scored(5, 4), scored(5, 4)).isPassed()).isTrue();
        assertThat(of(2, scored(5, 0), scored(5, 4), scored(5, 4)).agreement()).contains(0.8);
    }

    @Test
    void what_to_do_is_said_in_words() {
        assertThat(of(2, scored(4, 3), OPEN, OPEN).detail("1-a"))
                .contains("score 2 training items", "/api/v1/achievements/1-a/training", "scored 1, and agree on 75");
        assertThat(of(2, scored(4, 1), scored(4, 1)).detail("1-a")).contains("an owner admits you by hand");
    }
}
