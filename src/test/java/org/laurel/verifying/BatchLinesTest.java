package org.laurel.verifying;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.SampleWorld;
import org.laurel.shared.work.Workers;
import org.laurel.verifying.check.Asked;
import org.laurel.verifying.report.Wording;

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
    void a_batch_that_is_too_large_says_where_it_was_cut_off() {
        BatchVerifier batches = new BatchVerifier(new SampleWorld().verifier(), new Workers(), new ObjectMapper());
        Multi<byte[]> chunks = Multi.createFrom().items("x\ny\nz".getBytes(UTF_8), "zz\n".getBytes(UTF_8));
        List<String> reports = batches.verify(
                        chunks, new BatchVerifier.Wanted(BatchFormat.CSV, Wording.ENGLISH, Asked.NOTHING), 6)
                .collect()
                .asList()
                .await()
                .indefinitely();
        assertThat(String.join("", reports))
                .contains("\n1,,false", "\n2,,false")
                .contains("\n3,,false")
                .contains("larger than is taken at once")
                .doesNotContain("\n4,");
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
        assertThat(found.get(0).unjudged()).isEqualTo(Unjudged.LINE_TOO_LONG);
        assertThat(found.get(0).bytes()).isEmpty();
        assertThat(text(found.get(1))).isEqualTo("2 next");
    }

    private static String text(BatchLines.Line line) {
        return line.number() + " " + new String(line.bytes(), StandardCharsets.UTF_8);
    }
}
