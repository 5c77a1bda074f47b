package org.laurel.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.document.jsonld.ContextLibrary;
import org.laurel.document.jsonld.HashAlgorithm;
import org.laurel.document.jsonld.RdfCanonicalizer;
import org.laurel.fixture.DidKeyChecks;
import org.laurel.fixture.Resources;
import org.laurel.shared.encoding.CompressedBits;
import org.laurel.shared.json.MalformedJsonException;
import org.laurel.shared.json.StrictJson;

/** What other libraries made, committed here (see the README beside the files). */
class OwnVectorsTest {
    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"plain", "numbers", "rich", "alias-and-language", "embedded-endorsement", "status-list"})
    void canonical_forms_are_the_same(String name) throws Exception {
        byte[] canonical =
                new RdfCanonicalizer(new ContextLibrary()).canonicalize(document(name), HashAlgorithm.SHA_256);
        assertThat(new String(canonical, StandardCharsets.UTF_8))
                .isEqualTo(
                        new String(Resources.bytes("vectors/npm/canonical." + name + ".nq"), StandardCharsets.UTF_8));
    }

    @Test
    void canonical_forms_stay_the_same_when_many_threads_ask() throws Exception {
        RdfCanonicalizer canonicalizer = new RdfCanonicalizer(new ContextLibrary());
        List<String> names =
                List.of("plain", "numbers", "rich", "alias-and-language", "embedded-endorsement", "status-list");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> results = new ArrayList<>();
            for (int i = 0; i < 240; i++) {
                String name = names.get(i % names.size());
                results.add(threads.submit(() -> {
                    byte[] canonical = canonicalizer.canonicalize(document(name), HashAlgorithm.SHA_256);
                    assertThat(canonical).isEqualTo(Resources.bytes("vectors/npm/canonical." + name + ".nq"));
                    return name;
                }));
            }
            for (Future<?> result : results) {
                result.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eddsa-rdfc-2022.json",
                "ecdsa-rdfc-2019.p-256.json",
                "ecdsa-rdfc-2019.p-384.json",
                "jwt.eddsa.jwt",
                "jwt.es256.jwt"
            })
    void signed_badges_verify(String name) throws Exception {
        assertThat(DidKeyChecks.refusals(Resources.bytes("vectors/npm/badge." + name), NOW))
                .isEqualTo(List.of());
    }

    @Test
    void bit_strings_unfold_to_the_same_entries() throws Exception {
        JsonNode vector = StrictJson.parse(Resources.bytes("vectors/npm/bits.json"));
        byte[] expected = new byte[131072 / 8];
        vector.get("set").forEach(index -> CompressedBits.set(expected, index.asLong(), true));
        assertThat(CompressedBits.decode(vector.get("encodedList").asText())).isEqualTo(expected);
    }

    private static ObjectNode document(String name) throws MalformedJsonException {
        return (ObjectNode) StrictJson.parse(Resources.bytes("vectors/npm/canonical." + name + ".json"));
    }
}
