package org.laurel.securing.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.laurel.securing.status.SharedAllotments.Lists;
import org.laurel.shared.work.Workers;

class SharedAllotmentsTest {
    private static final Lists LISTS = new Lists(1, StatusPurpose.REVOCATION);

    private final AtomicInteger position = new AtomicInteger();
    private final List<Integer> transactions = new ArrayList<>();

    @Test
    void who_asks_while_one_runs_is_in_the_next() {
        List<CompletableFuture<List<StatusListIndex>>> running = new ArrayList<>();
        SharedAllotments allotments = new SharedAllotments(new Workers(), (lists, count) -> {
            transactions.add(count);
            running.add(new CompletableFuture<>());
            return Uni.createFrom().completionStage(running.get(running.size() - 1));
        });
        CompletableFuture<List<StatusListIndex>> first = ask(allotments, 1);
        CompletableFuture<List<StatusListIndex>> second = ask(allotments, 2);
        CompletableFuture<List<StatusListIndex>> third = ask(allotments, 3);
        assertThat(transactions).containsExactly(1);
        running.get(0).complete(entries(1));
        assertThat(first).isCompletedWithValueMatching(entries -> entries.size() == 1);
        assertThat(transactions).containsExactly(1, 5);
        running.get(1).complete(entries(5));
        assertThat(second.join()).hasSize(2).doesNotContainAnyElementsOf(third.join());
        assertThat(third.join()).hasSize(3);
        CompletableFuture<List<StatusListIndex>> fourth = ask(allotments, 4);
        assertThat(fourth).isNotDone();
        assertThat(transactions).containsExactly(1, 5, 4);
    }

    @Test
    void a_failure_is_told_to_those_who_asked_and_to_nobody_after_them() {
        AtomicInteger calls = new AtomicInteger();
        SharedAllotments allotments = new SharedAllotments(
                new Workers(),
                (lists, count) -> calls.incrementAndGet() == 1
                        ? Uni.createFrom().failure(new IllegalStateException("away"))
                        : Uni.createFrom().item(entries(count)));
        assertThatThrownBy(() -> ask(allotments, 1).join()).hasRootCauseMessage("away");
        assertThat(ask(allotments, 2).join()).hasSize(2);
    }

    @Test
    void many_at_once_get_what_nobody_else_has() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        SharedAllotments allotments = new SharedAllotments(
                new Workers(),
                (lists, count) -> Uni.createFrom().item(() -> entries(count)).runSubscriptionOn(threads));
        ExecutorService askers = Executors.newFixedThreadPool(16);
        List<Future<List<StatusListIndex>>> answers = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            int count = 1 + i % 3;
            answers.add(askers.submit(() -> ask(allotments, count).get()));
        }
        Set<Integer> seen = new HashSet<>();
        for (Future<List<StatusListIndex>> answer : answers) {
            answer.get().forEach(entry -> assertThat(seen.add(entry.index())).isTrue());
        }
        assertThat(seen).hasSize(IntStream.range(0, 5000).map(i -> 1 + i % 3).sum());
        askers.shutdownNow();
        threads.shutdownNow();
    }

    private static CompletableFuture<List<StatusListIndex>> ask(SharedAllotments allotments, int count) {
        return allotments.allot(LISTS, count).subscribeAsCompletionStage();
    }

    private List<StatusListIndex> entries(int count) {
        int from = position.getAndAdd(count);
        return IntStream.range(from, from + count)
                .mapToObj(index -> new StatusListIndex(1, 1, StatusPurpose.REVOCATION, index))
                .toList();
    }
}
