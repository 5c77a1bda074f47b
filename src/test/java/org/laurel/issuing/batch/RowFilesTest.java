package org.laurel.issuing.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class RowFilesTest {
    private static final String HEADER = "achievement,recipient.email,externalId\n";

    @Test
    void a_plain_file_is_read() throws Exception {
        List<SubmittedRow> rows = csv(HEADER + "1-abc,ada@example.org,x1\n1-abc,bo@example.org,\n");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).number()).isEqualTo(2);
        assertThat(rows.get(0).request())
                .hasToString(
                        "{\"achievement\":\"1-abc\",\"recipient\":{\"email\":\"ada@example.org\"},\"externalId\":\"x1\"}");
        assertThat(rows.get(1).request().has("externalId")).isFalse();
    }

    @Test
    void spreadsheets_have_their_habits() throws Exception {
        String text = "\uFEFFE-Mail;Achievement;creditsEarned;notify;validUntil;row;error\r\n"
                + "\r\n"
                + "\"ada@example.org\";A-1;1,5;TRUE;2030-06-30;7;\"'=1+1\"\r\n"
                + ";;;;;;\r\n"
                + "bo@example.org;A-1;'-3;maybe;30.06.2030;;\r\n";
        List<SubmittedRow> rows = csv(text);
        assertThat(rows.stream().map(SubmittedRow::number)).containsExactly(3, 5);
        assertThat(rows.get(0).request())
                .hasToString(
                        "{\"recipient\":{\"email\":\"ada@example.org\"},\"achievement\":\"A-1\",\"creditsEarned\":1.5,"
                                + "\"notify\":true,\"validUntil\":\"2030-06-30T23:59:59Z\"}");
        assertThat(rows.get(1).request().path("notify").asText()).isEqualTo("maybe");
        assertThat(rows.get(1).request().path("validUntil").asText()).isEqualTo("30.06.2030");
    }

    @Test
    void quoted_cells_hold_anything() throws Exception {
        List<SubmittedRow> rows =
                csv("achievement,recipient.email,narrative\nA,ada@example.org,\"one, \"\"two\"\"\nthree ® 👩‍🏫\"\n");
        assertThat(rows.get(0).request().path("narrative").asText()).isEqualTo("one, \"two\"\nthree ® 👩‍🏫");
    }

    @Test
    void lists_have_places() throws Exception {
        List<SubmittedRow> rows = csv("achievement,recipient.email,evidence.1.id,evidence.0.name,"
                + "recipient.identifiers.0.identityType,recipient.identifiers.0.value,recipient.identifiers.0.hashed\n"
                + "A,ada@example.org,https://x.example/2,One,sourcedId,007,false\n");
        assertThat(rows.get(0).request().at("/evidence/1/id").asText()).isEqualTo("https://x.example/2");
        assertThat(rows.get(0).request().at("/evidence/0/name").asText()).isEqualTo("One");
        assertThat(rows.get(0).request().at("/recipient/identifiers/0/value").asText())
                .isEqualTo("007");
        assertThat(rows.get(0).request().at("/recipient/identifiers/0/hashed").isBoolean())
                .isTrue();
    }

    @Test
    void headers_may_be_mapped() throws Exception {
        RowFile file = RowFiles.open(
                stream(bytes("Correo,Logro\nada@example.org,A\n")),
                true,
                BatchOptions.read(name ->
                        name.equals("column") ? List.of("Correo=recipient.email", "Logro=achievement") : List.of()));
        assertThat(file.columns().fields()).containsExactly("recipient.email", "achievement");
    }

    @Test
    void a_row_with_more_cells_than_headers_is_a_bad_row() throws Exception {
        List<SubmittedRow> rows = csv(HEADER + "A,ada@example.org,x,y\n");
        assertThat(String.valueOf(rows.get(0).fault())).contains("too-many-cells");
    }

    @Test
    void unknown_columns_are_all_named() {
        refused(bytes("achievement,Colour,recipient.email,Größe\nA,red,ada@example.org,9\n"), "unknown-column")
                .contains("\"Colour\", \"Größe\"")
                .contains("recipient.email");
    }

    @Test
    void a_column_stands_once() {
        refused(bytes("email,recipient.email\nx,y\n"), "column-twice").contains("recipient.email");
    }

    @Test
    void quotes_match() {
        refused(bytes(HEADER + "A,\"ada@example.org,x\nB,bo@example.org,y\n"), "unbalanced-quotes");
        refused(bytes(HEADER + "A,\"ada\"x@example.org,x\n"), "unbalanced-quotes")
                .contains("Row 2");
    }

    @Test
    void encodings_other_than_utf_8_are_told() {
        Charset latin = StandardCharsets.ISO_8859_1;
        refused((HEADER + "A,josé@example.org,x\n").getBytes(latin), "not-utf-8");
        refused((HEADER + "A,ada@example.org,x\n").getBytes(StandardCharsets.UTF_16), "not-utf-8")
                .contains("UTF-16");
    }

    @Test
    void cells_have_an_end() {
        refused(bytes(HEADER + "A,\"" + "x".repeat(10 << 20) + "\",x\n"), "row-too-long");
        assertThatThrownBy(() -> rows(bytes("{\"achievement\":\"" + "x".repeat(2 << 20) + "\"}\n"), false))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("Row 1");
    }

    @Test
    void gzip_is_unfolded_and_its_faults_are_told() throws Exception {
        byte[] zipped = gzip(bytes(HEADER + "A,ada@example.org,x\n"));
        assertThat(rows(zipped, true)).hasSize(1);
        refused(Arrays.copyOf(zipped, zipped.length - 12), "broken-gzip");
        byte[] broken = zipped.clone();
        broken[zipped.length / 2] ^= 0x55;
        assertThatThrownBy(() -> rows(broken, true)).isInstanceOf(UnreadableFileException.class);
    }

    @Test
    void ndjson_is_read_line_by_line() throws Exception {
        List<SubmittedRow> rows =
                rows(bytes("{\"achievement\":\"A\"}\n\n[1]\n{\"a\":1,\"a\":2}\nno\n{\"achievement\":\"B\"}"), false);
        assertThat(rows.stream().map(SubmittedRow::number)).containsExactly(1, 3, 4, 5, 6);
        assertThat(rows.stream().filter(row -> row.fault() != null).map(SubmittedRow::number))
                .containsExactly(3, 4, 5);
    }

    @Test
    void nothing_at_all_has_no_header() {
        refused(new byte[0], "no-header");
    }

    private static org.assertj.core.api.AbstractStringAssert<?> refused(byte[] file, String code) {
        try {
            rows(file, true);
        } catch (UnreadableFileException e) {
            assertThat(e.violation().code()).as(e.getMessage()).isEqualTo(code);
            return assertThat(e.violation().detail());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("it was read");
    }

    private static List<SubmittedRow> csv(String text) throws Exception {
        return rows(bytes(text), true);
    }

    private static List<SubmittedRow> rows(byte[] file, boolean csv) throws IOException, UnreadableFileException {
        List<SubmittedRow> rows = new ArrayList<>();
        try (RowFile open = RowFiles.open(stream(file), csv, BatchOptions.read(name -> List.of()))) {
            for (Optional<SubmittedRow> row = open.next(); row.isPresent(); row = open.next()) {
                rows.add(row.get());
            }
        }
        return rows;
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(plain);
        }
        return zipped.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ByteArrayInputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }
}
