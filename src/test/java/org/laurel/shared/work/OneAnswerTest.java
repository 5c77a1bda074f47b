package org.laurel.shared.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OneAnswerTest {
    private final ExecutorService others = Executors.newFixedThreadPool(2);
    private final AtomicInteger asked = new AtomicInteger();

    @AfterEach
    void end() {
        others.shutdownNow();
    }

    @Test
    void a_question_is_asked_once_in_one_piece_of_work() {
        Context work = Context.empty();
        OneAnswer.within(work);
        assertThat(answer(work)).isEqualTo("1!");
        assertThat(answer(work)).isEqualTo("1!");
        assertThat(answer(Context.empty())).isEqualTo("2!");
        assertThat(asked).hasValue(2);
    }

    @Test
    void everybody_learns_of_a_failure() {
        Context work = Context.empty();
        OneAnswer.within(work);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> OneAnswer.<String>to(
                                    "why", () -> Uni.createFrom().failure(new IllegalStateException("so")))
                            .awaitUsing(work)
                            .atMost(Duration.ofSeconds(5)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("so");
        }
    }

    /** Somebody asks at the very moment when the answer comes: a race that showed once in a hundred thousand verifications. */
    @Test
    void whoever_asks_at_any_moment_gets_the_answer_and_nothing_else() {
        for (int i = 0; i < 20_000; i++) {
            Context work = Context.empty();
            OneAnswer.within(work);
            asked.set(0);
            ask().subscribe().with(work, first -> {}, failure -> {});
            assertThat(answer(work)).isEqualTo("1!");
        }
    }

    private String answer(Context work) {
        return ask().chain(number -> Uni.createFrom().item(number + "!"))
                .awaitUsing(work)
                .atMost(Duration.ofSeconds(5));
    }

    private Uni<Integer> ask() {
        return OneAnswer.to(
                "how many", () -> Uni.createFrom().item(asked::incrementAndGet).emitOn(others));
    }
}
