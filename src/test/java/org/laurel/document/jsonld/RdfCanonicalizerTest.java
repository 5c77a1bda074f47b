package org.laurel.document.jsonld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.document.jsonld.CanonicalizationException.Kind;
import org.laurel.fixture.Samples;
import org.laurel.shared.json.MalformedJsonException;
import org.laurel.shared.json.StrictJson;

class RdfCanonicalizerTest {
    private static final RdfCanonicalizer CANONICALIZER = new RdfCanonicalizer(new ContextLibrary());

    @Test
    void does_not_depend_on_the_order_of_members() throws Exception {
        ObjectNode badge = Samples.badge();
        ObjectNode turned = badge.objectNode();
        badge.fieldNames().forEachRemaining(name -> {
            ObjectNode rest = turned.deepCopy();
            turned.removeAll().set(name, badge.get(name));
            turned.setAll(rest);
        });
        assertThat(turned.toString()).isNotEqualTo(badge.toString());
        assertThat(canonical(turned)).isEqualTo(canonical(badge));
    }

    /** Each value replaces or adds one member; the statements of the badge would stay as they are, or be lost in silence. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/honours | \"summa cum laude\" | UNDEFINED_TERM",
                "/credentialSubject/achievement/honours | \"summa cum laude\" | UNDEFINED_TERM",
                "/type/2 | \"HonoursBadge\" | UNDEFINED_TERM",
                "/id | \"credentials/1\" | UNDEFINED_TERM",
                "/id | \"_:b0\" | UNDEFINED_TERM",
                "/id | \"https://badges.example/a b\" | UNDEFINED_TERM",
                "/credentialSubject/id | \"someone\" | UNDEFINED_TERM",
                "/@index | \"first\" | OTHER",
                "/name | null | OTHER",
                "/credentialSubject/achievement/name | {\"@value\": \"Laurel\"} | OTHER",
                "/credentialSubject/achievement/name | {\"@value\": \"x\", \"@language\": \"not a language\"} | OTHER",
                "/credentialSubject/achievement/name | {\"@value\": \"x\", \"@direction\": \"ltr\"} | OTHER",
                "/credentialSubject/achievement/@id | \"https://badges.example/other\" | OTHER",
                "/https:~1~1schema.org~1name | \"hidden\" | OTHER",
                "/@graph | [] | OTHER",
                "/@included | [] | OTHER",
                "/@context | \"https://badges.example/context.json\" | UNKNOWN_CONTEXT",
                "/@context/2 | {\"@vocab\": \"https://badges.example/#\"} | UNKNOWN_CONTEXT",
                "/credentialSubject/achievement/@context | {\"name\": \"https://schema.org/name\"} | UNKNOWN_CONTEXT",
                "/credentialSubject/achievement/@context | null | UNKNOWN_CONTEXT",
                "/credentialSubject/achievement/creditsAvailable | 3.00000000000000000001 | OTHER",
                "/credentialSubject/achievement/creditsAvailable | 1e400 | OTHER",
                "/evidence | [{\"id\": \"https://badges.example/credentials/1\", \"type\": [\"VerifiableCredential\"], "
                        + "\"validUntil\": \"2030-01-01T00:00:00Z\"}] | OTHER",
            })
    void refuses_what_a_signature_would_not_cover(String pointer, String value, Kind kind) throws Exception {
        ObjectNode badge = Samples.badge();
        Samples.put(badge, pointer, StrictJson.parse(value));
        assertThatThrownBy(() -> canonical(badge))
                .isInstanceOf(CanonicalizationException.class)
                .extracting(e -> ((CanonicalizationException) e).kind())
                .isEqualTo(kind);
    }

    @Test
    void takes_exactly_the_inline_contexts_it_was_given() throws Exception {
        ObjectNode inline = (ObjectNode) StrictJson.parse("{\"honours\": \"https://badges.example/#honours\"}");
        ObjectNode badge = Samples.badge().put("honours", "summa cum laude");
        ((ArrayNode) badge.get("@context")).add(inline);
        RdfCanonicalizer lenient = new RdfCanonicalizer(new ContextLibrary(), java.util.List.of(inline));
        assertThat(new String(lenient.canonicalize(badge, HashAlgorithm.SHA_256), StandardCharsets.UTF_8))
                .contains("<https://badges.example/#honours> \"summa cum laude\"");
        assertThatThrownBy(() -> canonical(badge)).isInstanceOf(CanonicalizationException.class);
    }

    @Test
    void writes_numbers_as_json_ld_does() throws Exception {
        assertThat(canonicalWithCredits("3.0")).contains("\"3\"^^");
        assertThat(canonicalWithCredits("3")).contains("\"3\"^^");
        assertThat(canonicalWithCredits("3.5")).contains("\"3.5E0\"^^");
        assertThat(canonicalWithCredits("1e2")).contains("\"100\"^^");
        assertThat(canonicalWithCredits("0.1")).contains("\"1.0E-1\"^^");
        assertThat(canonicalWithCredits("12345.678")).contains("\"1.2345678E4\"^^");
    }

    @Test
    void refuses_more_than_eight_contexts() {
        ObjectNode badge = Samples.badge();
        ArrayNode contexts = (ArrayNode) badge.get("@context");
        for (int i = 0; i < 7; i++) {
            contexts.add("https://www.w3.org/ns/credentials/v2");
        }
        assertLimit(badge);
    }

    @Test
    void refuses_equal_results_that_would_keep_it_busy() {
        ObjectNode badge = Samples.badge();
        ArrayNode subjects = badge.arrayNode();
        for (int s = 0; s < 2; s++) {
            ObjectNode subject = badge.get("credentialSubject").deepCopy();
            subject.remove("id");
            ArrayNode results = subject.putArray("result");
            for (int r = 0; r < 12; r++) {
                results.addObject().putArray("type").add("Result");
            }
            subjects.add(subject);
        }
        badge.set("credentialSubject", subjects);
        assertTimeout(Duration.ofSeconds(60), () -> assertLimit(badge));
    }

    @Test
    void refuses_a_thousand_nodes_and_ten_thousand_objects_soon() {
        for (int count : new int[] {1_000, 10_000}) {
            ObjectNode badge = Samples.badge();
            ArrayNode results = ((ObjectNode) badge.get("credentialSubject")).putArray("result");
            for (int r = 0; r < count; r++) {
                results.addObject().put("value", "v" + r).putArray("type").add("Result");
            }
            assertTimeout(Duration.ofSeconds(60), () -> assertLimit(badge));
        }
    }

    @Test
    void refuses_a_hundred_thousand_tags_soon_and_takes_a_thousand() throws Exception {
        for (int count : new int[] {1_001, 100_000}) {
            ObjectNode badge = badgeWithTags(count);
            assertTimeout(Duration.ofSeconds(60), () -> assertLimit(badge));
        }
        assertThat(canonical(badgeWithTags(1_000))).contains("\"tag999\"");
    }

    private static ObjectNode badgeWithTags(int count) {
        ObjectNode badge = Samples.badge();
        ArrayNode tags = ((ObjectNode) badge.at("/credentialSubject/achievement")).putArray("tag");
        for (int i = 0; i < count; i++) {
            tags.add("tag" + i);
        }
        return badge;
    }

    @Test
    void refuses_a_document_without_context() throws MalformedJsonException {
        ObjectNode document = (ObjectNode) StrictJson.parse("{\"id\": \"https://badges.example/1\"}");
        assertThatThrownBy(() -> canonical(document)).hasMessageContaining("@context");
    }

    private static void assertLimit(ObjectNode badge) {
        assertThatThrownBy(() -> canonical(badge))
                .isInstanceOf(CanonicalizationException.class)
                .extracting(e -> ((CanonicalizationException) e).kind())
                .isEqualTo(Kind.LIMIT);
    }

    private static String canonicalWithCredits(String number) throws Exception {
        ObjectNode badge = Samples.badge();
        Samples.put(badge, "/credentialSubject/achievement/creditsAvailable", StrictJson.parse(number));
        return canonical(badge);
    }

    private static String canonical(ObjectNode document) throws CanonicalizationException {
        return new String(CANONICALIZER.canonicalize(document, HashAlgorithm.SHA_256), StandardCharsets.UTF_8);
    }
}
