package org.laurel.securing.status;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.laurel.shared.work.Workers;

/**
 * Makes one transaction of many who ask for entries of the same lists at the same time: each would hold the list's row until
 * its commit, and all others would stand in line for it. Who asks while one runs is in the next.
 */
final class SharedAllotments {
    private static final int MOST_AT_ONCE = 10_000;

    private final Workers workers;
    private final BiFunction<Lists, Integer, Uni<List<StatusListIndex>>> allot;
    private final Map<Lists, List<Wish>> waiting = new HashMap<>();

    /** With what allots so many entries in one transaction; it runs on a Vert.x context of its own. */
    SharedAllotments(Workers workers, BiFunction<Lists, Integer, Uni<List<StatusListIndex>>> allot) {
        this.workers = workers;
        this.allot = allot;
    }

    /** The lists of an issuer that have one purpose. */
    record Lists(int issuerNo, StatusPurpose purpose) {}

    private record Wish(int count, CompletableFuture<List<StatusListIndex>> granted) {}

    /** Entries that nobody ever had or will have, durable. */
    Uni<List<StatusListIndex>> allot(Lists lists, int count) {
        return workers.comeBack(Uni.createFrom().completionStage(() -> {
            Wish wish = new Wish(count, new CompletableFuture<>());
            boolean first;
            synchronized (waiting) {
                first = !waiting.containsKey(lists);
                waiting.computeIfAbsent(lists, unknown -> new ArrayList<>()).add(wish);
            }
            if (first) {
                next(lists);
            }
            return wish.granted();
        }));
    }

    private void next(Lists lists) {
        List<Wish> wishes = take(lists);
        if (wishes.isEmpty()) {
            return;
        }
        int count = wishes.stream().mapToInt(Wish::count).sum();
        workers.apart(Uni.createFrom().deferred(() -> allot.apply(lists, count)))
                .subscribe()
                .with(
                        entries -> {
                            next(lists);
                            grant(wishes, entries);
                        },
                        failure -> {
                            next(lists);
                            wishes.forEach(wish -> wish.granted().completeExceptionally(failure));
                        });
    }

    /** All who wait, but no more entries than a transaction takes; when nobody does, whoever comes is the first again. */
    private List<Wish> take(Lists lists) {
        synchronized (waiting) {
            List<Wish> all = waiting.getOrDefault(lists, List.of());
            int most = 0;
            int sum = 0;
            while (most < all.size() && (most == 0 || sum + all.get(most).count() <= MOST_AT_ONCE)) {
                sum += all.get(most++).count();
            }
            List<Wish> taken = List.copyOf(all.subList(0, most));
            if (taken.isEmpty()) {
                waiting.remove(lists);
            } else {
                all.subList(0, most).clear();
            }
            return taken;
        }
    }

    private static void grant(List<Wish> wishes, List<StatusListIndex> entries) {
        int from = 0;
        for (Wish wish : wishes) {
            int to = from + wish.count();
            wish.granted().complete(List.copyOf(entries.subList(from, to)));
            from = to;
        }
    }
}
