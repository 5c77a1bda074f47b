package org.laurel.verifying;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.document.carrier.PdfFiles;
import org.laurel.verifying.report.Wording;

class OtherFilesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GIF89a...|GIF",
                "RIFF1234WEBPVP8 |WebP",
                "'\0\0\0\030ftypheic'|HEIC",
                "%PDF-1.7|the PDF cannot be read",
                "'PK\3\4'|archive",
                "<!DOCTYPE html><html>|web page",
                "  <!-- a --> <HTML lang='en'>|web page"
            })
    void what_people_send_by_mistake_is_named(String bytes, String name) {
        String detail = detail(bytes);
        assertThat(detail).contains(name);
        assertThat(Wording.SPANISH.languageOf(Wording.SPANISH.say(detail))).isEqualTo("es");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": \"<html>\"}", "eyJ.eyJ.x", "https://a.example/<html>", "BM", "", "<svg/>"})
    void what_may_be_a_badge_is_not(String bytes) {
        assertThat(OtherFiles.detail(bytes.getBytes(StandardCharsets.ISO_8859_1)))
                .isEmpty();
    }

    @Test
    void a_link_as_it_is_copied_from_an_address_bar_is_a_link() {
        assertThat(read("badges.example.org/credentials/1"))
                .isEqualTo(new ReadInput.Link(java.net.URI.create("https://badges.example.org/credentials/1")));
        assertThat(read("ada@example.org/x")).isNotInstanceOf(ReadInput.Link.class);
        assertThat(read("a.b.c")).isNotInstanceOf(ReadInput.Link.class);
        assertThat(read("../etc/passwd")).isNotInstanceOf(ReadInput.Link.class);
    }

    @Test
    void a_pdf_is_what_is_inside_it() {
        String jws = "eyJhbGciOiJFZERTQSJ9.eyJhIjoxfQ.c2ln";
        assertThat(InputForms.read(PdfFiles.with("credential.jwt", "application/vc+jwt", jws)))
                .isInstanceOfSatisfying(ReadInput.Credential.class, read -> {
                    assertThat(read.input().form()).isEqualTo("pdf");
                    assertThat(read.input().bytes()).isEqualTo(jws.getBytes(StandardCharsets.UTF_8));
                    assertThat(read.input().notes()).containsExactly("it was inside a PDF");
                });
        assertThat(InputForms.read(PdfFiles.with("notes.txt", "text/plain", "none")))
                .isEqualTo(new ReadInput.Unreadable("pdf", "there is no credential inside the PDF"));
        assertThat(read("{\"name\": \"%PDF-1.7\"}")).isInstanceOf(ReadInput.Credential.class);
    }

    private static ReadInput read(String text) {
        return InputForms.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String detail(String bytes) {
        return read(new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1))
                        instanceof ReadInput.Unreadable fault
                ? fault.detail()
                : "";
    }
}
