package org.laurel.verifying;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchLinesTest {

    @Test
    void lines_are_the_same_however_the_bytes_are_cut() {
        byte[] text = "one\n\n  \r\nfour ®\nfive".getBytes(StandardCharsets.UTF_8);
        for (int size = 1; size <= text.length; size++) {
            BatchLines lines = new BatchLines();
            List<String> found = new ArrayList<>();
            for (int i = 0; i < text.length; i += size) {
                lines.feed(java.util.Arrays.copyOfRange(text, i, Math.min(text.length, i + size)))
                        .forEach(line -> found.add(text(line)));
            }
            lines.rest().forEach(line -> found.add(text(line)));
            assertThat(found).containsExactly("1 one", "4 four ®", "5 five");
        }
    }

    @Test
    void a_line_without_end_is_not_kept() {
        BatchLines lines = new BatchLines();
        byte[] megabyte = new byte[1 << 20];
        for (int i = 0; i < 64; i++) {
            java.util.Arrays.fill(megabyte, (byte) 'x');
            assertThat(lines.feed(megabyte)).isEmpty();
        }
        List<BatchLines.Line> found = lines.feed("\nnext\n".getBytes(StandardCharsets.UTF_8));
        assertThat(found.get(0).isTooLong()).isTrue();
        assertThat(found.get(0).bytes()).hasSize(BatchLines.LONGEST + 1);
        assertThat(text(found.get(1))).isEqualTo("2 next");
    }

    private static String text(BatchLines.Line line) {
        return line.number() + " " + new String(line.bytes(), StandardCharsets.UTF_8);
    }
}
