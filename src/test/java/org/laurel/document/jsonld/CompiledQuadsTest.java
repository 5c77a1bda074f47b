package org.laurel.document.jsonld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.json.JsonArray;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.SampleDocuments;
import org.laurel.fixture.SharedData;
import org.laurel.fixture.TestContexts;
import org.laurel.shared.json.MalformedJsonException;
import org.laurel.shared.json.StrictJson;

/** titanium is the reference: whatever the quick way says, it says, too, and in the same statements. */
class CompiledQuadsTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private final Expander expander = new Expander(TestContexts.withExamples());

    @Test
    void our_own_documents_take_the_quick_way_to_the_same_statements() throws Exception {
        for (ObjectNode document : own()) {
            Optional<String> reference = slow(document);
            assertThat(quick(document)).as(document.toString()).isEqualTo(reference.filter(CompiledQuadsTest::isFine));
        }
    }

    @Test
    void published_documents_come_to_the_same_statements() throws Exception {
        int quick = 0;
        List<ObjectNode> published = published();
        for (ObjectNode document : published) {
            Optional<String> quads = quick(document);
            if (quads.isPresent()) {
                assertThat(quads).as(document.toString()).isEqualTo(slow(document));
                quick++;
            }
        }
        assertThat(quick).as("of " + published.size()).isGreaterThan(published.size() / 3);
    }

    /** What is changed at random is often wrong; then the quick way must not be the one that lets it pass. */
    @Test
    void changed_documents_come_to_the_same_statements() throws Exception {
        long seed = 20261125;
        Random random = new Random(seed);
        List<ObjectNode> documents = new ArrayList<>(own());
        if (Files.exists(Path.of("../shared/data"))) {
            documents.addAll(published());
        }
        int quick = 0;
        for (int i = 0; i < 1000; i++) {
            ObjectNode document =
                    documents.get(random.nextInt(documents.size())).deepCopy();
            for (int change = random.nextInt(3); change >= 0; change--) {
                change(document, random);
            }
            Optional<String> quads = quick(document);
            if (quads.isPresent()) {
                assertThat(quads)
                        .as("seed " + seed + ", change " + i + ": " + document)
                        .isEqualTo(slow(document));
                quick++;
            }
        }
        assertThat(quick).as("else it compares little").isGreaterThan(100);
    }

    @Test
    void what_it_does_not_know_is_left_to_the_long_way() {
        ObjectNode document = own().get(0).deepCopy();
        document.put("unheardOf", 1);
        assertThatThrownBy(() -> expander.quads(document)).isInstanceOf(NotCompiledException.class);
    }

    private Optional<String> quick(ObjectNode document) throws Exception {
        QuadCanonicalizer canonicalizer = new QuadCanonicalizer(HashAlgorithm.SHA_256);
        try {
            new SafeInput(TestContexts.withExamples().urls(), List.of()).check(document);
            canonicalizer.addAll(expander.quads(document));
        } catch (NotCompiledException | CanonicalizationException e) {
            return Optional.empty();
        }
        return Optional.of(new String(canonicalizer.canonical(), StandardCharsets.UTF_8));
    }

    private Optional<String> slow(ObjectNode document) throws Exception {
        QuadCanonicalizer canonicalizer = new QuadCanonicalizer(HashAlgorithm.SHA_256);
        try {
            JsonArray expanded = expander.expand(document);
            SafeExpansion.check(expanded);
            expander.toRdf(expanded, canonicalizer.consumer());
        } catch (CanonicalizationException e) {
            return Optional.of("refused: " + e.detail());
        }
        return Optional.of(new String(canonicalizer.canonical(), StandardCharsets.UTF_8));
    }

    private static boolean isFine(String outcome) {
        return !outcome.startsWith("refused");
    }

    @Test
    void numbers_come_to_the_same_statements() throws Exception {
        for (String number : List.of("1.5", "0.1", "-2.5e-7", "12345.678", "1234567890.123456", "100")) {
            ObjectNode document = own().get(0).deepCopy();
            ObjectNode achievement = (ObjectNode) document.at("/credentialSubject/achievement");
            achievement.set("creditsAvailable", StrictJson.parse(number.getBytes(StandardCharsets.UTF_8)));
            expander.quads(document);
            assertThat(quick(document)).as(number).isEqualTo(slow(document));
        }
    }

    private static void change(ObjectNode document, Random random) {
        List<ObjectNode> objects = new ArrayList<>();
        objects(document, objects);
        ObjectNode object = objects.get(random.nextInt(objects.size()));
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        names.remove("@context");
        if (names.isEmpty()) {
            return;
        }
        String name = names.get(random.nextInt(names.size()));
        ObjectNode other = objects.get(random.nextInt(objects.size()));
        switch (random.nextInt(9)) {
            case 0 -> object.remove(name);
            case 1 -> object.put(name, random.nextInt(100));
            case 2 -> object.put(name, random.nextBoolean());
            case 3 -> object.put(name, "https://example.org/" + random.nextInt(3));
            case 4 -> object.set(name, other.deepCopy().without("@context"));
            case 5 -> object.set(name, twice(object.get(name)));
            case 6 -> other.set(name, object.get(name).deepCopy());
            case 7 -> object.set(name, JSON.objectNode().put("id", "urn:uuid:" + random.nextInt(3)));
            default -> object.put(name, "OpenBadgeCredential");
        }
    }

    private static ArrayNode twice(JsonNode value) {
        return JSON.arrayNode().add(value.deepCopy()).add(value.deepCopy());
    }

    private static void objects(JsonNode node, List<ObjectNode> into) {
        if (node instanceof ObjectNode object) {
            into.add(object);
        }
        node.forEach(child -> objects(child, into));
    }

    private static List<ObjectNode> own() {
        return SampleDocuments.names("samples", ".json").stream()
                .map(name -> SampleDocuments.sample(name).withoutProof().json())
                .toList();
    }

    private static List<ObjectNode> published() throws Exception {
        List<ObjectNode> documents = new ArrayList<>();
        for (String folder :
                List.of("ob3/examples", "ob3/vectors", "vectors/vc-di-eddsa", "vectors/vc-di-ecdsa", "vectors/vcdm2")) {
            try (Stream<Path> files = Files.walk(SharedData.path(folder))) {
                for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                        .sorted()
                        .toList()) {
                    read(Files.readAllBytes(file), documents);
                }
            }
        }
        return documents;
    }

    private static void read(byte[] json, List<ObjectNode> into) {
        try {
            objects(StrictJson.parse(json), into);
            into.removeIf(object -> !object.has("@context"));
            into.forEach(object -> object.remove("proof"));
        } catch (MalformedJsonException e) {
            return; // some files hold many documents, or faults on purpose
        }
    }
}
