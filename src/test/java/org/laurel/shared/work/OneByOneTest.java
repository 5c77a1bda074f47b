package org.laurel.shared.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OneByOneTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void a_hundred_thousand_that_are_done_at_once_are_done_in_order() {
        List<Integer> items = IntStream.range(0, 100_000).boxed().toList();
        List<Integer> done = new ArrayList<>();
        OneByOne.each(items, item -> Uni.createFrom().voidItem().invoke(() -> done.add(item)))
                .await()
                .atMost(SOON);
        assertThat(done).isEqualTo(items);
        assertThat(OneByOne.all(items, item -> Uni.createFrom().item(item + 1))
                        .await()
                        .atMost(SOON))
                .hasSize(100_000)
                .startsWith(1)
                .endsWith(100_000);
    }

    @Test
    void the_next_does_not_begin_after_one_that_failed() {
        List<Integer> begun = new ArrayList<>();
        assertThatIllegalStateException().isThrownBy(() -> OneByOne.each(List.of(1, 2, 3), item -> {
                    begun.add(item);
                    return item == 2
                            ? Uni.createFrom().failure(new IllegalStateException("two"))
                            : Uni.createFrom().voidItem();
                })
                .await()
                .atMost(SOON));
        assertThat(begun).containsExactly(1, 2);
    }
}
