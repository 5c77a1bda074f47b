package org.laurel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Interop;

/**
 * A second, independent opinion: the Node libraries judge what the running service issued, before and after revocation,
 * and the service judges what they sign, whole and with each value changed in turn.
 */
class InteropIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** As on a machine without fonts and without fontconfig: certificates and pictures are drawn with ours. */
    private static final Map<String, String> NO_FONTS =
            Map.of("FONTCONFIG_FILE", "/dev/null", "FONTCONFIG_PATH", "/nonexistent");

    @Test
    void others_verify_our_badges_until_they_are_revoked() throws Exception {
        try (RunningLaurel laurel = RunningLaurel.start(Map.of())) {
            assertOthersAgree(laurel, "plain", "{}");
            assertOthersAgree(laurel, "both-proofs", "{\"ecdsaProof\":true,\"jwtAlgorithm\":\"EdDSA\"}");
            laurel.posted(
                    "/api/v1/issuers", "{\"slug\":\"rsa\",\"name\":\"R\",\"settings\":{\"jwtAlgorithm\":\"RS256\"}}");
            laurel.posted("/api/v1/issuers/rsa/keys", "{\"algorithm\":\"RS256\"}");
            assertOthersAgree(laurel, "rsa", null);
        }
    }

    private static void assertOthersAgree(
            RunningLaurel laurel, String slug, @org.jspecify.annotations.Nullable String settings) throws Exception {
        String achievement = settings == null ? laurel.achievement(slug) : laurel.prepare(slug, settings);
        JsonNode award = laurel.posted(
                "/api/v1/issuers/" + slug + "/awards",
                "{\"achievement\":\"" + achievement + "\",\"recipient\":{\"email\":\"ada@example.org\"},"
                        + "\"validUntil\":\"2099-01-01T00:00:00Z\"}");
        String url = award.path("credential").path("url").asText();
        byte[] json = laurel.get(url + ".json", "*/*").body().getBytes(StandardCharsets.UTF_8);
        byte[] jwt = laurel.get(url + ".jwt", "*/*").body().getBytes(StandardCharsets.UTF_8);
        URI base = URI.create(laurel.origin());
        for (byte[] form : List.of(json, jwt)) {
            JsonNode opinion = Interop.verify(form, base);
            assertThat(opinion.path("verified").asBoolean()).as(slug + opinion).isTrue();
        }
        assertWalletVerifierSays(json, base, true);
        laurel.posted("/api/v1/awards/" + award.path("id").asText() + "/revoke", "{\"reason\":\"Test\"}");
        assertWalletVerifierSays(json, base, false);
        for (byte[] form : List.of(json, jwt)) {
            JsonNode opinion = Interop.verify(form, base);
            assertThat(opinion.path("verified").asBoolean()).as(slug).isFalse();
            assertThat(opinion.path("error").asText()).as(slug).contains("revoked");
        }
    }

    @Test
    void each_file_holds_the_signed_badge_which_others_take_out_and_verify() throws Exception {
        try (RunningLaurel laurel = RunningLaurel.start(NO_FONTS)) {
            String achievement = laurel.prepare("oak-hill", "{\"ecdsaProof\":true}");
            JsonNode award = laurel.posted(
                    "/api/v1/issuers/oak-hill/awards",
                    "{\"achievement\":\"" + achievement + "\",\"recipient\":{\"email\":\"ada@example.org\"},"
                            + "\"narrative\":\"Ñandú ]]> & <b> \\ud83e\\udd9c\"}");
            String url = award.path("credential").path("url").asText();
            byte[] signed = laurel.bytes(url + ".json");
            assertThat(ByOthers.fromPng(laurel.bytes(url + ".png"))).isEqualTo(signed);
            assertThat(ByOthers.fromSvg(laurel.bytes(url + ".svg"))).isEqualTo(signed);
            assertThat(ByOthers.fromPdf(laurel.bytes(url + ".pdf"))).isEqualTo(signed);
            assertThat(ImageIO.read(new ByteArrayInputStream(laurel.bytes(url + "/card.png"))))
                    .isNotNull();
            URI base = URI.create(laurel.origin());
            assertThat(Interop.verify(signed, base)).hasToString("{\"verified\":true}");
            assertWalletVerifierSays(signed, base, true);
            assertThat(Interop.verify(laurel.bytes(url + ".jwt"), base)).hasToString("{\"verified\":true}");
        }
    }

    private static void assertWalletVerifierSays(byte[] json, URI base, boolean inForce) {
        JsonNode opinion = Interop.verifyWithCore(json, base);
        assertThat(opinion.path("errors")).as(opinion.toString()).isEmpty();
        JsonNode steps = opinion.path("steps");
        assertThat(steps.path("valid_signature").asBoolean())
                .as(opinion.toString())
                .isTrue();
        assertThat(steps.path("expiration").asBoolean()).as(opinion.toString()).isTrue();
        assertThat(steps.path("revocation_status").isBoolean())
                .as(opinion.toString())
                .isTrue();
        assertThat(steps.path("revocation_status").asBoolean())
                .as(opinion.toString())
                .isEqualTo(inForce);
    }

    @Test
    void we_verify_what_others_sign_and_no_changed_value_survives() throws Exception {
        try (RunningLaurel laurel = RunningLaurel.start(Map.of())) {
            String achievement = laurel.prepare("oak-hill", "{}");
            JsonNode award = laurel.posted(
                    "/api/v1/issuers/oak-hill/awards",
                    "{\"achievement\":\"" + achievement + "\",\"recipient\":{\"email\":\"ada@example.org\"}}");
            ObjectNode template = (ObjectNode) JSON.readTree(
                    laurel.get(award.path("credential").path("url").asText() + ".json", "*/*")
                            .body());
            template.remove(List.of("proof", "credentialStatus"));
            for (Map.Entry<String, JsonNode> form : Interop.sign(template).properties()) {
                if (form.getValue().isTextual()) {
                    JsonNode report = laurel.verified(form.getValue().textValue(), "application/vc+jwt");
                    assertThat(report.path("verified").asBoolean())
                            .as(form.getKey() + report)
                            .isTrue();
                    assertNoChangedPartSurvives(
                            laurel, form.getKey(), form.getValue().textValue());
                } else {
                    assertWholeAndChanged(laurel, form.getKey(), (ObjectNode) form.getValue());
                }
            }
        }
    }

    private static void assertWholeAndChanged(RunningLaurel laurel, String form, ObjectNode badge) throws Exception {
        JsonNode whole = laurel.verified(badge.toString(), "application/vc");
        assertThat(whole.path("verified").asBoolean()).as(form + whole).isTrue();
        List<String> places = new ArrayList<>();
        leaves(badge, "", places);
        assertThat(places).hasSizeGreaterThan(25);
        for (String place : places) {
            JsonNode report = laurel.verified(changed(badge, place).toString(), "application/vc");
            assertRefused(report, form + " changed at " + place);
        }
    }

    /** Each value of the header and of the payload in turn, under the signature of the whole. */
    private static void assertNoChangedPartSurvives(RunningLaurel laurel, String form, String jwt) throws Exception {
        String[] parts = jwt.split("\\.", -1);
        for (int part = 0; part < 2; part++) {
            ObjectNode json = (ObjectNode) JSON.readTree(Base64.getUrlDecoder().decode(parts[part]));
            List<String> places = new ArrayList<>();
            leaves(json, "", places);
            for (String place : places) {
                String[] altered = parts.clone();
                altered[part] = Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(changed(json, place).toString().getBytes(StandardCharsets.UTF_8));
                assertRefused(
                        laurel.verified(String.join(".", altered), "application/vc+jwt"),
                        form + " changed at " + place);
            }
        }
    }

    /** A judgement, or a refusal to judge; no failure of ours. */
    private static void assertRefused(JsonNode report, String what) {
        assertThat(report.path("verified").asBoolean()).as(what).isFalse();
        assertThat(report.path("status").asInt(200)).as(what + report).isLessThan(500);
    }

    private static void leaves(JsonNode node, String pointer, List<String> places) {
        if (node.isValueNode()) {
            places.add(pointer);
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                leaves(node.get(i), pointer + "/" + i, places);
            }
        } else {
            for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
                String name = names.next();
                leaves(node.get(name), pointer + "/" + name, places);
            }
        }
    }

    private static ObjectNode changed(ObjectNode badge, String pointer) {
        ObjectNode copy = badge.deepCopy();
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = copy.at(pointer.substring(0, slash));
        String last = pointer.substring(slash + 1);
        JsonNode value = copy.at(pointer);
        JsonNode other = value.isTextual()
                ? copy.textNode(value.textValue() + "x")
                : value.isBoolean() ? copy.booleanNode(!value.booleanValue()) : copy.numberNode(value.asInt() + 1);
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(last), other);
        } else {
            ((ObjectNode) parent).set(last, other);
        }
        return copy;
    }
}
