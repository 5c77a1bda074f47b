package org.laurel.securing.status;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.BiFunction;
import org.laurel.shared.work.Gathered;
import org.laurel.shared.work.Gathered.Wish;
import org.laurel.shared.work.Workers;

/**
 * Makes one transaction of many who ask for entries of the same lists at the same time: each would hold the list's row until
 * its commit, and all others would stand in line for it.
 */
final class SharedAllotments {
    private static final int MOST_AT_ONCE = 100;

    private final BiFunction<Lists, Integer, Uni<List<StatusListIndex>>> allot;
    private final Gathered<Lists, Integer, List<StatusListIndex>> gathered;

    /** With what allots so many entries in one transaction; it runs on a Vert.x context of its own. */
    SharedAllotments(Workers workers, BiFunction<Lists, Integer, Uni<List<StatusListIndex>>> allot) {
        this.allot = allot;
        this.gathered = new Gathered<>(workers, 1, MOST_AT_ONCE, this::grant);
    }

    /** The lists of an issuer that have one purpose. */
    record Lists(int issuerNo, StatusPurpose purpose) {}

    /** Entries that nobody ever had or will have, durable. */
    Uni<List<StatusListIndex>> allot(Lists lists, int count) {
        return gathered.ask(lists, count);
    }

    private Uni<Void> grant(Lists lists, List<Wish<Integer, List<StatusListIndex>>> wishes) {
        int count = wishes.stream().mapToInt(Wish::question).sum();
        return allot.apply(lists, count)
                .invoke(entries -> {
                    int from = 0;
                    for (Wish<Integer, List<StatusListIndex>> wish : wishes) {
                        int to = from + wish.question();
                        wish.answer().complete(List.copyOf(entries.subList(from, to)));
                        from = to;
                    }
                })
                .replaceWithVoid();
    }
}
