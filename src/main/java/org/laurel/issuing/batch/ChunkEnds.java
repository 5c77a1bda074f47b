package org.laurel.issuing.batch;

import java.util.ArrayList;
import java.util.List;

/** Where the chunks of a batch end: after a hundred rows each; the rows of a small one are shared out among the processors. */
final class ChunkEnds {
    private static final int MOST = 100;
    /** Fewer are not worth a transaction of their own. */
    private static final int LEAST = 25;

    private final int processors;
    private final List<Integer> ends = new ArrayList<>();
    private final List<Integer> first = new ArrayList<>();
    private int total;
    private int last;

    ChunkEnds(int processors) {
        this.processors = processors;
    }

    /** Takes the next row, by its number in the file; gives how many there are. */
    int add(int row) {
        last = row;
        total++;
        if (total <= MOST) {
            first.add(row);
        }
        if (total % MOST == 0) {
            ends.add(row);
        }
        return total;
    }

    /** How many rows there are. */
    int total() {
        return total;
    }

    /** The number of the last row of each chunk. */
    List<Integer> ends() {
        if (total > 0 && total <= MOST) {
            return shared();
        }
        List<Integer> all = new ArrayList<>(ends);
        if (total % MOST != 0) {
            all.add(last);
        }
        return all;
    }

    private List<Integer> shared() {
        int size = Math.max(LEAST, (total + processors - 1) / processors);
        List<Integer> all = new ArrayList<>();
        for (int end = size; end < total; end += size) {
            all.add(first.get(end - 1));
        }
        all.add(last);
        return all;
    }
}
