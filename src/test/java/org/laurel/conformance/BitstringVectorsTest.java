package org.laurel.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.laurel.document.jsonld.HashAlgorithm;
import org.laurel.fixture.SharedData;
import org.laurel.shared.encoding.CompressedBits;
import org.laurel.shared.encoding.Hex;

/** The known answers of Bitstring Status List. */
class BitstringVectorsTest {
    private static final String FILE = "vectors/bitstring/known-answers.json";

    @Test
    void unfolds_to_the_published_bits() {
        for (JsonNode known : SharedData.json(FILE).path("cases")) {
            byte[] bits = CompressedBits.decode(known.path("encodedList").asText());
            assertThat(bits).hasSize(known.path("uncompressedBytes").asInt());
            assertThat(Hex.encode(HashAlgorithm.SHA_256.hash(bits)))
                    .isEqualTo(known.path("sha256").asText());
            int[] set = IntStream.range(0, bits.length * 8)
                    .filter(i -> CompressedBits.get(bits, i))
                    .toArray();
            assertThat(set)
                    .isEqualTo(IntStream.range(0, known.path("setIndexes").size())
                            .map(i -> known.path("setIndexes").get(i).asInt())
                            .toArray());
            assertThat(CompressedBits.decode(CompressedBits.encode(bits))).isEqualTo(bits);
        }
    }

    @Test
    void refuses_a_list_without_multibase_header() {
        JsonNode bare = SharedData.json(FILE).path("mustRefuse").get(1).path("encodedList");
        assertThatThrownBy(() -> CompressedBits.decode(bare.asText())).isInstanceOf(IllegalArgumentException.class);
    }
}
