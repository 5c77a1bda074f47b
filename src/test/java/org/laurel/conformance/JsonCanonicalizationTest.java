package org.laurel.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.laurel.document.jsonld.JsonCanonicalizer;
import org.laurel.fixture.SharedData;
import org.laurel.shared.encoding.Hex;

/** The known answers of RFC 8785. */
class JsonCanonicalizationTest {

    @TestFactory
    Stream<DynamicTest> gives_the_published_bytes() {
        return SharedData.names("vectors/jcs/input").stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    byte[] canonical = JsonCanonicalizer.canonicalize(SharedData.json("vectors/jcs/input/" + name));
                    String hex = SharedData.text("vectors/jcs/outhex/" + name.replace(".json", ".txt"));
                    assertThat(Hex.encode(canonical))
                            .isEqualTo(hex.replaceAll("\\s", "").toLowerCase(Locale.ROOT));
                }));
    }

    @Test
    void writes_ten_thousand_numbers_as_ecmascript_does() {
        SharedData.text("vectors/jcs/es6-numbers-10000.txt").lines().forEach(line -> {
            String[] parts = line.split(",", 2);
            double value = Double.longBitsToDouble(Long.parseUnsignedLong(parts[0], 16));
            byte[] canonical = JsonCanonicalizer.canonicalize(JsonNodeFactory.instance.numberNode(value));
            assertThat(new String(canonical, StandardCharsets.US_ASCII))
                    .as(line)
                    .isEqualTo(parts[1]);
        });
    }
}
