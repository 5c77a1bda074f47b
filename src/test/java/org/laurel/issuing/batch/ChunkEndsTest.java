package org.laurel.issuing.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChunkEndsTest {

    @Test
    void few_rows_are_one_chunk_and_more_are_shared_out_among_the_processors() {
        assertThat(ends(0, 2)).isEmpty();
        assertThat(ends(1, 2)).containsExactly(2);
        assertThat(ends(25, 8)).containsExactly(26);
        assertThat(ends(26, 8)).containsExactly(26, 27);
        assertThat(ends(100, 2)).containsExactly(51, 101);
        assertThat(ends(99, 4)).containsExactly(26, 51, 76, 100);
        assertThat(ends(100, 1)).containsExactly(101);
    }

    @Test
    void a_large_batch_has_chunks_of_a_hundred() {
        assertThat(ends(101, 8)).containsExactly(101, 102);
        assertThat(ends(300, 8)).containsExactly(101, 201, 301);
    }

    /** Of a file whose header is row 1. */
    private static List<Integer> ends(int rows, int processors) {
        ChunkEnds ends = new ChunkEnds(processors);
        for (int row = 2; row < rows + 2; row++) {
            ends.add(row);
        }
        assertThat(ends.total()).isEqualTo(rows);
        return ends.ends();
    }
}
