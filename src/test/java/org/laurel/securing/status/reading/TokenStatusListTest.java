package org.laurel.securing.status.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.fixture.SharedData;
import org.laurel.shared.encoding.Base64Url;
import org.laurel.shared.encoding.Hex;
import org.laurel.shared.encoding.Sha256;
import org.laurel.shared.encoding.Zlib;

class TokenStatusListTest {
    private static final String VECTORS = "vectors/token-status-list/known-answers.json";

    /** The examples of Token Status List §4.1, where the statuses are given in full. */
    @Test
    void the_examples_of_the_specification_hold_the_statuses_it_gives() throws StatusListException {
        JsonNode vectors = SharedData.json(VECTORS);
        assertStatuses(list(1, "eNrbuRgAAhcBXQ"), vectors.path("statuses16x1"));
        assertStatuses(list(2, "eNo76fITAAPfAgc"), vectors.path("statuses12x2"));
    }

    @TestFactory
    Stream<DynamicTest> every_published_list_unfolds_to_its_bytes() {
        JsonNode cases = SharedData.json(VECTORS).path("cases");
        return Stream.iterate(0, i -> i < cases.size(), i -> i + 1)
                .map(cases::get)
                .map(one -> DynamicTest.dynamicTest(one.path("file").asText(), () -> {
                    byte[] bytes = Zlib.expand(Base64Url.decode(one.path("lst").asText()), 1 << 24);
                    assertThat(bytes).hasSize(one.path("bytes").asInt());
                    assertThat(Hex.encode(Sha256.of(bytes)))
                            .isEqualTo(one.path("sha256").asText());
                    TokenStatusList list = TokenStatusList.read(
                            list(one.path("bits").asInt(), one.path("lst").asText()));
                    int last = bytes.length * 8 / one.path("bits").asInt() - 1;
                    assertThat(list.value(last)).isNotNegative();
                    assertThatThrownBy(() -> list.value(last + 1L)).hasMessageContaining("lies outside");
                }));
    }

    @ParameterizedTest
    @CsvSource({
        "3, eNrbuRgAAhcBXQ",
        "0, eNrbuRgAAhcBXQ",
        "16, eNrbuRgAAhcBXQ",
        "1, eNrbuRgAAhcBXR",
        "1, eNrbuRgAAhcBXQ==",
        "1, eNrbuRgAAhcB",
        "1, eNrbuRgAAhcBXQAA",
        "1, H4sIAAAAAAAA",
        "1, ''"
    })
    void a_list_in_another_form_is_refused(int bits, String lst) {
        assertThatThrownBy(() -> TokenStatusList.read(list(bits, lst))).isInstanceOf(StatusListException.class);
    }

    private static void assertStatuses(JsonNode list, JsonNode expected) throws StatusListException {
        TokenStatusList read = TokenStatusList.read(list);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(read.value(i)).as("index " + i).isEqualTo(expected.get(i).asInt());
        }
    }

    private static ObjectNode list(int bits, String lst) {
        return JsonNodeFactory.instance.objectNode().put("bits", bits).put("lst", lst);
    }
}
