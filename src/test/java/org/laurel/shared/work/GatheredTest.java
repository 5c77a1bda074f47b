package org.laurel.shared.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.laurel.shared.work.Gathered.Wish;

class GatheredTest {
    private final List<List<Integer>> runs = Collections.synchronizedList(new ArrayList<>());
    private final List<CompletableFuture<Void>> ends = Collections.synchronizedList(new ArrayList<>());

    @Test
    void who_asks_while_runs_are_under_way_is_in_the_next() {
        Gathered<String, Integer, String> gathered = new Gathered<>(new Workers(), 2, 3, this::answered);
        List<CompletableFuture<String>> answers = new ArrayList<>();
        for (int i = 1; i <= 7; i++) {
            answers.add(gathered.ask("line", i).subscribeAsCompletionStage());
        }
        assertThat(runs).containsExactly(List.of(1), List.of(2));
        ends.get(0).complete(null);
        assertThat(runs).containsExactly(List.of(1), List.of(2), List.of(3, 4, 5));
        ends.get(1).complete(null);
        assertThat(runs).endsWith(List.of(6, 7));
        ends.get(2).complete(null);
        ends.get(3).complete(null);
        assertThat(answers.stream().map(CompletableFuture::join)).containsExactly("1", "2", "3", "4", "5", "6", "7");
    }

    @Test
    void lines_do_not_wait_for_each_other() {
        Gathered<String, Integer, String> gathered = new Gathered<>(new Workers(), 1, 3, this::answered);
        CompletableFuture<String> one = gathered.ask("one", 1).subscribeAsCompletionStage();
        CompletableFuture<String> other = gathered.ask("other", 2).subscribeAsCompletionStage();
        assertThat(runs).containsExactly(List.of(1), List.of(2));
        assertThat(one).isNotDone();
        ends.get(1).complete(null);
        assertThat(other).isCompletedWithValue("2");
    }

    @Test
    void a_run_that_fails_fails_those_that_it_left_open_and_the_next_goes_on() {
        Gathered<String, Integer, String> gathered = new Gathered<>(new Workers(), 1, 10, this::answered);
        CompletableFuture<String> first = gathered.ask("line", 1).subscribeAsCompletionStage();
        CompletableFuture<String> second = gathered.ask("line", 2).subscribeAsCompletionStage();
        ends.get(0).completeExceptionally(new IllegalStateException("broke"));
        assertThatThrownBy(first::join).isInstanceOf(CompletionException.class).hasRootCauseMessage("broke");
        ends.get(1).complete(null);
        assertThat(second.join()).isEqualTo("2");
    }

    @Test
    void a_question_that_a_run_forgets_does_not_hang() {
        Gathered<String, Integer, String> gathered = new Gathered<>(
                new Workers(), 1, 10, (line, wishes) -> Uni.createFrom().voidItem());
        assertThatThrownBy(gathered.ask("line", 1).subscribeAsCompletionStage()::join)
                .hasRootCauseMessage("a run left a question open");
    }

    @Test
    void a_run_that_throws_is_one_that_fails() {
        Gathered<String, Integer, String> gathered = new Gathered<>(new Workers(), 1, 10, (line, wishes) -> {
            throw new IllegalArgumentException("threw");
        });
        assertThatThrownBy(gathered.ask("line", 1).subscribeAsCompletionStage()::join)
                .hasRootCauseMessage("threw");
    }

    private Uni<Void> answered(String line, List<Wish<Integer, String>> wishes) {
        runs.add(wishes.stream().map(Wish::question).toList());
        CompletableFuture<Void> end = new CompletableFuture<>();
        ends.add(end);
        return Uni.createFrom()
                .completionStage(end)
                .invoke(() -> wishes.forEach(wish -> wish.answer().complete(String.valueOf(wish.question()))));
    }
}
