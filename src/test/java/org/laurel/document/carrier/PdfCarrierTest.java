package org.laurel.document.carrier;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdfCarrierTest {
    private static final String JSON = "{\"name\":\"Laurel® “Botany” – 日本 👩‍🔬 Zoe\u0308\"}";
    private static final String JWS = "eyJhbGciOiJFZERTQSJ9.eyJhIjoxfQ.c2ln";
    private static final String FILE = "<</Type/Filespec/F(a.json)/EF<</F 3 0 R>>>>";

    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void what_another_implementation_embeds_comes_out_to_the_byte(boolean associated, boolean packed)
            throws CarrierException {
        PdfFiles.How how = new PdfFiles.How(associated, packed, false);
        CarriedCredential found = find(PdfFiles.with(Map.of("credential.json", JSON), "application/vc", how))
                .orElseThrow();
        assertThat(found)
                .isEqualTo(new CarriedCredential(JSON, "pdf", false, java.util.List.of("it was inside a PDF")));
    }

    @ParameterizedTest
    @CsvSource({
        "a.bin, application/vc+jwt, true",
        "a.bin, text/plain; charset=utf-8, true",
        "a.bin, application/pdf, false",
        "BADGE.JWT, '', true",
        "insignia-ñ-徽章.jws, application/octet-stream, true",
        "a.bin, '', false"
    })
    void a_file_is_chosen_by_its_type_or_name(String name, String type, boolean chosen) throws CarrierException {
        Optional<CarriedCredential> found = find(PdfFiles.with(name, type, " \n" + JWS + "\r\n"));
        assertThat(found.map(CarriedCredential::text)).isEqualTo(chosen ? Optional.of(JWS) : Optional.empty());
    }

    @Test
    void of_several_the_first_is_taken_and_what_is_none_is_passed_over() throws CarrierException {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("a.json", "[1, 2]");
        files.put("b.json", JSON);
        files.put("c.jwt", JWS);
        CarriedCredential found = find(PdfFiles.with(files, "", new PdfFiles.How(true, true, false)))
                .orElseThrow();
        assertThat(found.text()).isEqualTo(JSON);
        assertThat(found.notes())
                .containsExactly("it was inside a PDF", "the PDF holds 2 credentials, of which the first is judged");
    }

    @Test
    void without_a_credential_there_is_none() throws CarrierException {
        assertThat(find(PdfFiles.with("notes.txt", "text/plain", "a list"))).isEmpty();
        assertThat(find(PdfFiles.byHand("<</Type/Catalog>>"))).isEmpty();
    }

    @Test
    void a_file_that_was_added_to_says_what_was_added_last() throws CarrierException {
        byte[] first = PdfFiles.byHand("<</AF[2 0 R]>>", FILE, stream("{\"a\":1}"));
        byte[] more =
                ("3 0 obj\n" + stream("{\"a\":2}") + "\nendobj\ntrailer<</Root 1 0 R/Prev 0>>").getBytes(ISO_8859_1);
        assertThat(find(joined(first, more)).orElseThrow().text()).isEqualTo("{\"a\":2}");
    }

    @Test
    void words_of_the_format_inside_a_stream_are_data() throws CarrierException {
        String data = "{\"a\":\"endstream 1 0 obj <</AF[]>> endobj trailer <</Root 9 0 R>>\"}";
        byte[] pdf = PdfFiles.byHand("<</AF[2 0 R]>>", FILE, stream(data));
        assertThat(find(pdf).orElseThrow().text()).isEqualTo(data);
        byte[] titled = PdfFiles.byHand("<</Title(Upstream, and downstream\n)/AF[2 0 R]>>", FILE, stream("{}"));
        assertThat(find(titled).orElseThrow().text()).isEqualTo("{}");
        byte[] elsewhere = PdfFiles.byHand(
                "<</AF[2 0 R]>>", FILE, stream("{}").replaceFirst("/Length \\d+", "/Length 4 0 R"), "2");
        assertThat(find(elsewhere).orElseThrow().text()).isEqualTo("{}");
        byte[] hexadecimal =
                PdfFiles.byHand("<</AF[2 0 R]>>", FILE, "<</Filter[/AHx]/Length 5>>\nstream\n7b7D>\nendstream");
        assertThat(find(hexadecimal).orElseThrow().text()).isEqualTo("{}");
    }

    @Test
    void an_encrypted_file_is_refused_with_advice() {
        PdfFiles.How how = new PdfFiles.How(true, true, true);
        refused(PdfFiles.with(Map.of("a.json", JSON), "", how), "the PDF is encrypted");
        refused(PdfFiles.with(Map.of("a.json", JSON), "", new PdfFiles.How(true, false, true)), "the PDF is encrypted");
    }

    @Test
    void what_is_too_large_or_broken_is_named() {
        refused(PdfFiles.with("a.json", "", "{" + " ".repeat(2 << 20)), "unfolds beyond 1 MiB");
        String broken = "<</Filter/FlateDecode/Length 4>>\nstream\nabcd\nendstream";
        refused(PdfFiles.byHand("<</AF[2 0 R]>>", FILE, broken), "cannot be inflated");
        refused(
                PdfFiles.byHand("<</AF[2 0 R]>>", FILE, broken.replace("FlateDecode", "LZWDecode")),
                "is not read here");
        refused(PdfFiles.byHand("<</AF[2 0 R]>>", FILE, stream("{\"\u00FF\"}")), "is not UTF-8");
        refused("%PDF-1.7 and nothing".getBytes(UTF_8), "nothing in it names its catalog");
        refused(new byte[Carriers.MAX_BYTES + 1], "larger than 10 MiB");
        refused("{}".getBytes(UTF_8), "this is no PDF");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<</Names<</EmbeddedFiles 1 0 R>>/Kids[1 0 R 1 0 R 1 0 R 1 0 R]>>",
                "<</AF 1 0 R/Names 2 0 R/Kids 3 0 R>>",
                "<</AF[4 0 R]>>"
            })
    void what_bites_its_tail_ends(String catalog) throws CarrierException {
        assertThat(find(PdfFiles.byHand(catalog, "3 0 R", "2 0 R", "4 0 R"))).isEmpty();
    }

    @Test
    void a_deep_object_is_refused() {
        refused(PdfFiles.byHand("<</AF" + "[".repeat(100_000)), "deep");
    }

    @Test
    void streams_of_objects_unfold_no_further_than_a_badge_needs() {
        byte[] zeros = Pictures.deflated(new byte[64 << 20]);
        String head = "<</Type/ObjStm/N 1/First 9/Filter/FlateDecode/Length " + zeros.length + ">>\nstream\n";
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.writeBytes(PdfFiles.byHand("<</AF 7 0 R>>"));
        for (int i = 0; i < 100; i++) {
            pdf.writeBytes((i + 10 + " 0 obj" + head).getBytes(ISO_8859_1));
            pdf.writeBytes(zeros);
            pdf.writeBytes("\nendstream\nendobj\n".getBytes(ISO_8859_1));
        }
        soon(pdf.toByteArray());
    }

    static Stream<String> hostile() {
        return Stream.of(
                "1 0 obj(",
                "1 0 obj<<",
                "1 0 obj[[",
                "1 0 obj<</Length 9 0 R>>stream\n",
                "trailer<</Root 1 0 R/A(",
                "1 %",
                "9 0 R ",
                "/A#",
                "<<<>",
                "(\\",
                "obj",
                "1 0 obj<</Type/ObjStm/First 9/N 9/Length 1>>stream\n1\nendstream ",
                "1 0 obj<</Type/XRef/Root 1 0 R>>stream\nendstream ");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void ten_megabytes_of_anything_end_soon(String part) {
        byte[] repeated = part.repeat((9 << 20) / part.length()).getBytes(ISO_8859_1);
        soon(joined("%PDF-1.7\n".getBytes(ISO_8859_1), repeated));
        soon(joined(PdfFiles.byHand("<</AF 2 0 R/Names 2 0 R>>"), repeated));
        soon(joined("%PDF-1.7\n2 0 obj ".getBytes(ISO_8859_1), joined(repeated, PdfFiles.byHand("<</AF 2 0 R>>"))));
    }

    @Test
    void a_damaged_file_is_read_or_refused_and_nothing_else() {
        Random chance = new Random(7);
        byte[] sound = PdfFiles.with("credential.json", "application/vc", JSON);
        byte[] plain = PdfFiles.with(Map.of("a.json", JSON), "", new PdfFiles.How(true, false, false));
        for (int i = 0; i < 4000; i++) {
            byte[] damaged = (i % 2 == 0 ? sound : plain).clone();
            for (int j = chance.nextInt(8); j >= 0; j--) {
                damaged[chance.nextInt(damaged.length)] = (byte) chance.nextInt(256);
            }
            soon(i % 5 == 0 ? Arrays.copyOf(damaged, chance.nextInt(damaged.length)) : damaged);
        }
    }

    private static Optional<CarriedCredential> find(byte[] pdf) throws CarrierException {
        return PdfCarrier.find(pdf);
    }

    /** Within a time that nobody notices on a machine of tests, and with nothing but the two answers. */
    private static void soon(byte[] pdf) {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            try {
                assertThat(find(pdf)).isNotNull();
            } catch (CarrierException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        });
    }

    private static void refused(byte[] pdf, String why) {
        assertThatExceptionOfType(CarrierException.class)
                .isThrownBy(() -> find(pdf))
                .withMessageContaining(why);
    }

    private static String stream(String data) {
        return "<</Length " + data.length() + ">>\nstream\n" + data + "\nendstream";
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }
}
