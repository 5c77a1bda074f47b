package org.laurel.securing.status.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.laurel.securing.status.reading.StatusListKind.BITSTRING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.fixture.SampleDocuments;
import org.laurel.securing.status.reading.StatusListException.Code;

class StatusListContentTest {
    /** Bits 0, 1, 7, 8, 94567 and 131071 are set. */
    private static final String SIX = "uH4sIAAAAAAACA-3QAREAAAQEMN9cNc3k4LYImy4AAAAAAAAAAAAAAJ6JAgAAAIBrsh7VyDsAQAAA";

    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 7, 8, 94567, 131071})
    void reads_bits_that_are_set(long index) throws StatusListException {
        assertThat(content(SIX).value(entry("revocation", index))).isOne();
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 6, 9, 94566, 94568, 131070})
    void reads_bits_that_are_not_set(long index) throws StatusListException {
        assertThat(content(SIX).value(entry("revocation", index))).isZero();
    }

    @Test
    void reads_the_list_printed_in_the_specification() throws StatusListException {
        CredentialDocument printed = SampleDocuments.sample("status-list");
        assertThat(StatusListContent.read(BITSTRING, printed).value(entry("revocation", 94567)))
                .isZero();
    }

    @Test
    void refuses_a_short_list() {
        assertThat(code("uH4sIAAAAAAACA2NgGAWjYBSMVAAALq-17wAEAAA")).isEqualTo(Code.TOO_SHORT);
    }

    @Test
    void refuses_a_list_without_multibase_header_or_gzip() {
        assertThat(code(SIX.substring(1))).isEqualTo(Code.MALFORMED);
        assertThat(code("uAAAA")).isEqualTo(Code.MALFORMED);
        assertThat(code("")).isEqualTo(Code.MALFORMED);
    }

    @Test
    void refuses_another_purpose_and_an_index_outside() throws StatusListException {
        StatusListContent content = content(SIX);
        assertThat(catchThrowableOfType(StatusListException.class, () -> content.value(entry("suspension", 0)))
                        .code())
                .isEqualTo(Code.WRONG_PURPOSE);
        assertThat(catchThrowableOfType(StatusListException.class, () -> content.value(entry("revocation", 131072)))
                        .code())
                .isEqualTo(Code.OUT_OF_RANGE);
    }

    @Test
    void refuses_a_credential_that_is_no_list() {
        assertThat(catchThrowableOfType(
                                StatusListException.class,
                                () -> StatusListContent.read(BITSTRING, SampleDocuments.sample("badge-full")))
                        .code())
                .isEqualTo(Code.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"-1\"",
                "\"007\"",
                "\"+7\"",
                "\"7.0\"",
                "\"0x7\"",
                "\" 7\"",
                "\"\"",
                "7",
                "null",
                "\"99999999999999999999\"",
                "\"٧\""
            })
    void an_index_is_a_text_of_decimal_digits(String index) throws Exception {
        JsonNode entry = json.readTree("{\"statusPurpose\":\"revocation\",\"statusListIndex\":" + index
                + ",\"statusListCredential\":\"https://a.example/1\"}");
        assertThat(catchThrowableOfType(StatusListException.class, () -> StatusEntry.read(BITSTRING, entry))
                        .code())
                .isEqualTo(Code.MALFORMED);
    }

    @Test
    void an_entry_of_more_bits_needs_a_message_for_each_value_and_a_list_as_long() throws Exception {
        StatusEntry good = StatusEntry.read(BITSTRING, entry(2, 4));
        assertThat(good.message(3)).contains("word 3");
        assertThat(code(entry(2, 3))).isEqualTo(Code.MALFORMED);
        assertThat(code(entry(0, 1))).isEqualTo(Code.MALFORMED);
        assertThat(code(entry(9, 512))).isEqualTo(Code.NOT_SUPPORTED);
        assertThat(catchThrowableOfType(StatusListException.class, () -> content(SIX)
                                .value(StatusEntry.read(BITSTRING, entry(2, 4).put("statusPurpose", "revocation"))))
                        .code())
                .isEqualTo(Code.TOO_SHORT);
    }

    private ObjectNode entry(int size, int messages) {
        ObjectNode entry = json.createObjectNode()
                .put("statusPurpose", "message")
                .put("statusSize", size)
                .put("statusListIndex", "7")
                .put("statusListCredential", "https://a.example/1");
        for (int i = 0; i < messages; i++) {
            entry.withArray("statusMessage")
                    .addObject()
                    .put("status", "0x" + Integer.toHexString(i))
                    .put("message", "word " + i);
        }
        return entry;
    }

    private static Code code(JsonNode entry) {
        return catchThrowableOfType(StatusListException.class, () -> StatusEntry.read(BITSTRING, entry))
                .code();
    }

    private static StatusEntry entry(String purpose, long index) {
        return new StatusEntry(BITSTRING, URI.create("https://a.example/1"), purpose, index, 1, Map.of());
    }

    private static StatusListContent content(String encodedList) throws StatusListException {
        CredentialDocument list = SampleDocuments.sample("status-list");
        ((ObjectNode) list.json().path("credentialSubject")).put("encodedList", encodedList);
        return StatusListContent.read(BITSTRING, list);
    }

    private static Code code(String encodedList) {
        return catchThrowableOfType(StatusListException.class, () -> content(encodedList))
                .code();
    }
}
