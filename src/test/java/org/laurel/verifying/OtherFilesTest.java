package org.laurel.verifying;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
