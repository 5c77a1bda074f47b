package org.laurel.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.laurel.fixture.Interop;
import org.laurel.fixture.SampleDocuments;
import org.laurel.fixture.SampleWorld;
import org.laurel.fixture.Samples;
import org.laurel.shared.encoding.Base64Url;
import org.laurel.shared.json.MalformedJsonException;
import org.laurel.shared.json.StrictJson;
import org.laurel.verifying.CredentialVerifier;
import org.laurel.verifying.check.Asked;
import org.laurel.verifying.report.CheckReport;
import org.laurel.verifying.report.VerificationReport;

/**
 * Badges that other libraries signed, each with one fault, and the check that must find it
 * ({@code conformance/node-faults.csv}: where the fault is; pointer; value; check; problem).
 *
 * <p>{@code embedded}, {@code eddsa}, {@code ecdsa}: in the signed document. {@code header}, {@code payload}: in the JWT,
 * written anew. {@code signed-…}: before the libraries sign, so that the signature holds and something else must not.
 */
@Tag("service")
class NodeFaultsTest {
    private final SampleWorld world = new SampleWorld();
    private final CredentialVerifier verifier = world.verifier();

    @TestFactory
    Stream<DynamicTest> each_fault_of_what_others_signed_is_found_by_the_check_that_it_deserves() {
        world.clock().advance(Duration.ofDays(365));
        ObjectNode forms = Interop.sign(badge());
        return SampleDocuments.lines("conformance/node-faults.csv").stream()
                .map(row -> row.split(";", -1))
                .flatMap(fault -> (fault[0].startsWith("signed-") ? signedWith(fault) : forms)
                        .properties().stream()
                                .filter(form -> concerns(fault[0], form.getKey()))
                                .map(form -> DynamicTest.dynamicTest(
                                        form.getKey() + " " + fault[0] + " " + fault[1] + " " + fault[2],
                                        () -> assertFound(faulty(form.getValue(), fault), fault))));
    }

    @Test
    void every_form_is_sound_before() {
        world.clock().advance(Duration.ofDays(365));
        for (Map.Entry<String, JsonNode> form : Interop.sign(badge()).properties()) {
            VerificationReport report = judge(form.getValue());
            assertThat(report.verified()).as(form.getKey() + report).isTrue();
        }
    }

    private static ObjectNode badge() {
        return Samples.badge().put("validUntil", "2036-01-01T00:00:00Z");
    }

    private static boolean concerns(String place, String form) {
        return switch (place) {
            case "embedded" -> !form.startsWith("jwt");
            case "eddsa", "ecdsa" -> form.startsWith(place);
            case "signed-badge" -> true;
            default -> form.startsWith("jwt");
        };
    }

    private static ObjectNode signedWith(String[] fault) {
        ObjectNode over = JsonNodeFactory.instance.objectNode();
        ObjectNode none = JsonNodeFactory.instance.objectNode();
        return switch (fault[0]) {
            case "signed-claim" -> Interop.sign(badge(), edited(over, fault), none);
            case "signed-header" -> Interop.sign(badge(), none, edited(over, fault));
            default -> Interop.sign(edited(badge(), fault), none, none);
        };
    }

    private static JsonNode faulty(JsonNode signed, String[] fault) {
        if (fault[0].startsWith("signed-")) {
            return signed;
        }
        if (signed instanceof ObjectNode document) {
            return edited(document, fault);
        }
        String[] parts = signed.textValue().split("\\.");
        int part = fault[0].equals("header") ? 0 : 1;
        UnaryOperator<String> edit = text -> Base64Url.encode(
                edited((ObjectNode) json(new String(Base64Url.decode(text), StandardCharsets.UTF_8)), fault)
                        .toString()
                        .getBytes(StandardCharsets.UTF_8));
        parts[part] = edit.apply(parts[part]);
        return JsonNodeFactory.instance.textNode(String.join(".", parts));
    }

    private static ObjectNode edited(ObjectNode document, String[] fault) {
        ObjectNode copy = document.deepCopy();
        JsonPointer place = JsonPointer.compile(fault[1]);
        if (!fault[2].equals("drop")) {
            Samples.put(copy, fault[1], json(fault[2]));
        } else if (copy.at(place.head()) instanceof ArrayNode array) {
            array.remove(place.last().getMatchingIndex());
        } else {
            ((ObjectNode) copy.at(place.head())).remove(place.last().getMatchingProperty());
        }
        return copy;
    }

    private void assertFound(JsonNode credential, String[] fault) {
        VerificationReport report = judge(credential);
        assertThat(report.verified()).isFalse();
        CheckReport check = report.check(fault[3]).orElseThrow();
        assertThat(check.outcome().letsOthersRun()).as(report.toString()).isFalse();
        assertThat(check.problems()).as(report.toString()).anySatisfy(problem -> assertThat(problem.type())
                .isEqualTo("urn:laurel:problem:" + fault[4]));
    }

    private VerificationReport judge(JsonNode credential) {
        String text = credential.isTextual() ? credential.textValue() : credential.toString();
        return verifier.verify(text.getBytes(StandardCharsets.UTF_8), Asked.NOTHING)
                .await()
                .atMost(Duration.ofSeconds(20));
    }

    private static JsonNode json(String text) {
        try {
            return StrictJson.parse(text);
        } catch (MalformedJsonException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
