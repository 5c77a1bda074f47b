package org.laurel.verifying;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The lines of a batch are the same wherever the stream was cut. */
class BatchLinesFuzzTest {

    @FuzzTest
    void lines_do_not_depend_on_where_the_stream_is_cut(byte[] data) {
        List<String> whole = lines(data, data.length);
        for (int size : new int[] {1, 2, 3, 7}) {
            assertThat(lines(data, size)).isEqualTo(whole);
        }
        assertThat(whole).allMatch(line -> !line.contains("\n"));
    }

    private static List<String> lines(byte[] data, int size) {
        BatchLines lines = new BatchLines();
        List<String> found = new ArrayList<>();
        for (int i = 0; i < data.length; i += size) {
            lines.feed(Arrays.copyOfRange(data, i, Math.min(data.length, i + size)))
                    .forEach(line -> found.add(text(line)));
        }
        lines.rest().forEach(line -> found.add(text(line)));
        return found;
    }

    private static String text(BatchLines.Line line) {
        return line.number() + " " + new String(line.bytes(), StandardCharsets.ISO_8859_1);
    }
}
