package org.laurel.shared.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    @Test
    void reads_a_document() throws MalformedJsonException {
        JsonNode node = StrictJson.parse("\uFEFF{\"a\": [1, 2.50, \"😀\"]}");
        assertThat(node.at("/a/1").decimalValue()).hasToString("2.50");
        assertThat(node.at("/a/2").textValue()).isEqualTo("😀");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{}{}",
                "{} x",
                "[1,]",
                "{'a': 1}",
                "{a: 1}",
                "// comment\n{}",
                "NaN",
                "01",
                "+1",
                "{\"a\": 1, \"a\": 2}",
                "{\"a\": {\"b\": 1, \"b\": 1}}",
                "\"\\u0000\"",
                "{\"\\u0000\": 1}",
                "\"\\ud800\"",
                "\"\\udc00\\ud800\"",
                "{\"\\udfff\": 1}",
                "\"a\u0000\"",
                "\"tab\there\"",
                "123456789012345678901234567890123",
                "1e1001",
                "1e-999999999",
                "-1e-41234501234567890",
                "[1234567890123456789012345678e10]"
            })
    void refuses_what_is_not_plain_json(String text) {
        assertThatThrownBy(() -> StrictJson.parse(text)).isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void refuses_what_is_not_utf8() {
        assertThatThrownBy(() -> StrictJson.parse(new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'}))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> StrictJson.parse("{}".getBytes(StandardCharsets.UTF_16)))
                .isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void nests_to_a_limit() throws MalformedJsonException {
        assertThat(StrictJson.parse(nested(StrictJson.MAX_DEPTH)).isArray()).isTrue();
        assertThatThrownBy(() -> StrictJson.parse(nested(StrictJson.MAX_DEPTH + 1)))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageContaining("limit");
    }

    @Test
    void says_where_and_never_what() {
        assertThatThrownBy(() -> StrictJson.parse("{\"a\":\n  \"confidential\" \"private\"}"))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageContaining("line 2")
                .hasMessageNotContaining("confidential")
                .hasMessageNotContaining("private");
    }

    @Test
    void a_bad_word_is_not_repeated() {
        assertThatThrownBy(() -> StrictJson.parse("{\"a\": confidential}"))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageNotContaining("confidential");
        assertThatThrownBy(() -> StrictJson.parse("{\"confidential\": 1, \"confidential\": 2}"))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageNotContaining("confidential");
    }

    @ParameterizedTest
    @CsvSource({"a, /a", "a/b, /a~1b", "a~b, /a~0b", "~1, /~01", "'', /"})
    void pointers_escape_their_tokens(String member, String pointer) {
        assertThat(Pointers.child("", member)).isEqualTo(pointer);
        assertThat(Pointers.child("/x/0", member)).isEqualTo("/x/0" + pointer);
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    @Test
    void what_it_says_is_for_whoever_sent_the_document() {
        for (String text : new String[] {"[".repeat(70), "{\"a\":1" + "9".repeat(40) + "}", "{\"a\" 1}"}) {
            assertThatThrownBy(() -> StrictJson.parse(text.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(MalformedJsonException.class)
                    .message()
                    .doesNotContain("StreamReadConstraints", "Source:");
        }
    }
}
