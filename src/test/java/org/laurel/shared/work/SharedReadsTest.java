package org.laurel.shared.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedReadsTest {
    private final List<UniEmitter<? super Integer>> queries = new CopyOnWriteArrayList<>();
    private final List<String> answers = new CopyOnWriteArrayList<>();
    private final SharedReads<String, Integer> reads = new SharedReads<>(
            new Workers(), SharedReads.Rest.LONG, key -> Uni.createFrom().emitter(queries::add));

    @Test
    void who_asks_while_a_query_runs_waits_for_the_next_one() {
        ask("first");
        ask("second");
        ask("third");
        assertThat(queries).hasSize(1);
        queries.get(0).complete(1);
        assertThat(answers).containsExactly("first 1");
        awaitQueries(2);
        ask("fourth");
        queries.get(1).complete(2);
        awaitQueries(3);
        queries.get(2).complete(3);
        assertThat(answers).containsExactly("first 1", "second 2", "third 2", "fourth 3");
    }

    @Test
    void so_many_that_they_need_not_wait_for_more_do_not_rest() {
        Vertx vertx = Vertx.vertx();
        CompletableFuture<Integer> begun = new CompletableFuture<>();
        try {
            Context context = vertx.getOrCreateContext();
            context.runOnContext(start -> {
                IntStream.range(0, 80).forEach(i -> ask("one"));
                soon(context, 20, () -> {
                    queries.get(0).complete(1);
                    soon(context, 20, () -> begun.complete(queries.size())); // long before a pause is over
                });
            });
            assertThat(begun.join()).isEqualTo(2);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private static void soon(Context context, int turns, Runnable then) {
        if (turns == 0) {
            then.run();
        } else {
            context.runOnContext(turn -> soon(context, turns - 1, then));
        }
    }

    @Test
    void a_failure_is_everybodys_who_waited_for_it_and_nobody_elses() {
        ask("first");
        ask("second");
        queries.get(0).fail(new IllegalStateException("away"));
        awaitQueries(2);
        queries.get(1).complete(2);
        ask("third");
        queries.get(2).complete(3);
        assertThat(answers).containsExactly("first away", "second 2", "third 3");
    }

    /** The next query begins after a pause of a few milliseconds. */
    private void awaitQueries(int many) {
        for (int i = 0; i < 5000 && queries.size() < many; i++) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(queries).hasSize(many);
    }

    private void ask(String who) {
        reads.read("key")
                .subscribe()
                .with(
                        answer -> answers.add(who + " " + answer),
                        failure -> answers.add(who + " " + failure.getMessage()));
    }
}
