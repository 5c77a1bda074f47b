package org.laurel.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.laurel.document.jsonld.HashAlgorithm;
import org.laurel.document.jsonld.RdfCanonicalizer;
import org.laurel.fixture.SharedData;
import org.laurel.fixture.TestContexts;
import org.laurel.shared.encoding.Hex;

/** Canonical documents, proof configurations and hashes of the W3C and 1EdTech vectors, byte for byte. */
class CanonicalDocumentsTest {
    private static final String EDDSA = "vectors/vc-di-eddsa/eddsa-rdfc-2022/";
    private static final String ECDSA = "vectors/vc-di-ecdsa/ecdsa-rdfc-2019-";

    private record Vector(String folder, String suffix, HashAlgorithm hash) {}

    @TestFactory
    Stream<DynamicTest> w3c_vectors_reproduce() {
        RdfCanonicalizer canonicalizer = new RdfCanonicalizer(TestContexts.withExamples());
        return List.of(
                        new Vector(EDDSA, "DataInt", HashAlgorithm.SHA_256),
                        new Vector(EDDSA + "employ/", "DataInt", HashAlgorithm.SHA_256),
                        new Vector(ECDSA + "p256/", "ECDSAP256", HashAlgorithm.SHA_256),
                        new Vector(ECDSA + "p256/employ/", "ECDSAP256", HashAlgorithm.SHA_256),
                        new Vector(ECDSA + "p384/", "ECDSAP384", HashAlgorithm.SHA_384),
                        new Vector(ECDSA + "p384/employ/", "ECDSAP384", HashAlgorithm.SHA_384))
                .stream()
                .map(v -> DynamicTest.dynamicTest(v.folder, () -> {
                    ObjectNode signed = SharedData.object(v.folder + "signed" + v.suffix + ".json");
                    byte[] document = canonicalizer.canonicalize(signed.without("proof"), v.hash);
                    byte[] proof = canonicalizer.canonicalize(
                            SharedData.object(v.folder + "proofConfig" + v.suffix + ".json"), v.hash);
                    assertThat(text(document)).isEqualTo(SharedData.text(v.folder + "canonDoc" + v.suffix + ".txt"));
                    assertThat(text(proof)).isEqualTo(SharedData.text(v.folder + "proofCanon" + v.suffix + ".txt"));
                    assertThat(Hex.encode(v.hash.hash(proof)) + Hex.encode(v.hash.hash(document)))
                            .isEqualTo(SharedData.text(v.folder + "combinedHash" + v.suffix + ".txt"));
                }));
    }

    @TestFactory
    Stream<DynamicTest> open_badges_vectors_reproduce() {
        RdfCanonicalizer canonicalizer = new RdfCanonicalizer(TestContexts.bundled());
        return Stream.of("ob", "clr")
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    JsonNode vector = SharedData.json("ob3/vectors/" + name + "-eddsa-rdfc-2022.json");
                    byte[] document = canonicalizer.canonicalize(
                            ((ObjectNode) vector.get("signedCredential"))
                                    .deepCopy()
                                    .without("proof"),
                            HashAlgorithm.SHA_256);
                    assertThat(text(document).strip())
                            .isEqualTo(SharedData.text("ob3/vectors/" + name + "-document-canon.nq.txt")
                                    .strip());
                    assertThat(Hex.encode(HashAlgorithm.SHA_256.hash(document)))
                            .isEqualTo(vector.get("documentHashHex").textValue());
                }));
    }

    @TestFactory
    Stream<DynamicTest> open_badges_examples_have_a_canonical_form() {
        RdfCanonicalizer canonicalizer = new RdfCanonicalizer(TestContexts.bundled());
        return SharedData.names("ob3/examples").stream()
                .filter(name -> !name.startsWith("equality-"))
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    ObjectNode example = SharedData.object("ob3/examples/" + name);
                    assertThat(canonicalizer.canonicalize(example.without("proof"), HashAlgorithm.SHA_256))
                            .isNotEmpty();
                }));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
