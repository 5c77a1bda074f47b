package org.laurel.verifying;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.fixture.Calls;
import org.laurel.fixture.SampleDocuments;
import org.laurel.fixture.Samples;
import org.laurel.fixture.SdJwts;
import org.laurel.fixture.ServiceTest;
import org.laurel.fixture.TestKeys;
import org.laurel.securing.crypto.SignatureAlgorithm;
import org.laurel.securing.key.SigningKey;

@ServiceTest
class VerifyResourceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void our_badge_is_verified_in_every_form_until_it_is_revoked() {
        String issuer = Calls.issuer("{\"ecdsaProof\":true}");
        Response award = Calls.award(issuer, Calls.published(issuer));
        String url = award.path("credential.url");
        byte[] json = given().get(url + ".json").asByteArray();
        byte[] jwt = given().get(url + ".jwt").asByteArray();
        String link = "{\"url\":\"" + url + "\"}";
        assertOutcome(post("application/vc", json), "verified");
        assertOutcome(post("application/vc+jwt", jwt), "verified");
        assertOutcome(post("text/plain", jwt), "verified");
        assertOutcome(post("text/plain", url.getBytes(StandardCharsets.UTF_8)), "verified");
        assertOutcome(post("application/json", link.getBytes(StandardCharsets.UTF_8)), "verified");
        assertOutcome(given().accept("application/json").queryParam("url", url).get("/verify"), "verified");
        Calls.admin()
                .body("{\"reason\":\"x\"}")
                .post("/api/v1/awards/" + award.path("id") + "/revoke")
                .then()
                .statusCode(200);
        for (Response report : new Response[] {post("application/vc", json), post("application/jwt", jwt)}) {
            assertOutcome(report, "failed");
            report.then()
                    .body("checks.find { it.id == 'revocation' }.outcome", equalTo("failed"))
                    .body("checks.find { it.id == 'proof' }.outcome", equalTo("passed"));
        }
    }

    @Test
    void sd_jwts_of_both_kinds_are_verified_for_whom_they_are_shown_to() {
        SigningKey key = TestKeys.fresh(SignatureAlgorithm.EDDSA);
        ObjectNode badge = SdJwts.boundTo(key, Samples.badgeOf(key.controller()));
        String hidden = SdJwts.hide(badge, "name");
        String sdJwt = SdJwts.signed(badge, "vc+sd-jwt", key, List.of(hidden));
        assertFormat(sdJwt, "vc+sd-jwt");
        ObjectNode claims = SdJwts.boundTo(
                key, JSON.createObjectNode().put("iss", key.controller()).put("vct", "https://issuer.example/types/1"));
        String vc = SdJwts.signed(claims, "dc+sd-jwt", key, List.of());
        assertFormat(vc, "dc+sd-jwt");
        ObjectNode binding = SdJwts.binding(vc, "n", "a").put("iat", 1_700_000_000);
        for (String nonce : List.of("n", "other")) {
            Response shown = given().contentType("application/dc+sd-jwt")
                    .accept("application/json")
                    .queryParam("challenge", nonce)
                    .body(SdJwts.shown(vc, key, binding).getBytes(StandardCharsets.US_ASCII))
                    .post("/verify");
            assertOutcome(shown, nonce.equals("n") ? "verified" : "failed");
        }
    }

    @Test
    void a_changed_word_or_signature_is_found() {
        String issuer = Calls.issuer("{}");
        String url = Calls.award(issuer, Calls.published(issuer)).path("credential.url");
        String json = given().get(url + ".json").asString();
        String jwt = given().get(url + ".jwt").asString();
        Response changed = post(
                "application/json",
                json.replace("\"name\":\"A\"", "\"name\":\"B\"").getBytes(StandardCharsets.UTF_8));
        assertOutcome(changed, "failed");
        changed.then().body("checks.find { it.id == 'proof' }.outcome", equalTo("failed"));
        int middle = jwt.lastIndexOf('.') + 20;
        char other = jwt.charAt(middle) == 'A' ? 'B' : 'A';
        String forged = jwt.substring(0, middle) + other + jwt.substring(middle + 1);
        assertOutcome(post("application/jwt", forged.getBytes(StandardCharsets.US_ASCII)), "failed");
    }

    @Test
    void a_badge_is_somebodys() {
        String issuer = Calls.issuer("{}");
        String url = Calls.award(issuer, Calls.published(issuer)).path("credential.url");
        byte[] json = given().get(url + ".json").asByteArray();
        whose(json, "Ada@example.org").then().body("checks.find { it.id == 'recipient' }.outcome", equalTo("passed"));
        whose(json, "eve@example.org")
                .then()
                .body("verified", equalTo(true))
                .body("checks.find { it.id == 'recipient' }.outcome", equalTo("failed"))
                .body("summary", endsWith("it names another recipient."));
    }

    @Test
    void an_assertion_of_open_badges_2_is_judged_by_its_own_rules() {
        String assertion = "{\"@context\":\"https://w3id.org/openbadges/v2\",\"type\":\"Assertion\","
                + "\"id\":\"https://a.invalid/1\",\"recipient\":{\"type\":\"email\",\"hashed\":false,"
                + "\"identity\":\"ada@example.org\"},\"badge\":\"https://a.invalid/2\","
                + "\"issuedOn\":\"2026-01-01T00:00:00Z\",\"verification\":{\"type\":\"hosted\"}}";
        Response report = post("application/ld+json", assertion.getBytes(StandardCharsets.UTF_8));
        assertOutcome(report, "indeterminate");
        report.then()
                .body("input.format", equalTo("ob2-hosted"))
                .body("input.specification", equalTo("OB 2.0"))
                .body("checks.find { it.id == 'open-badges' }.outcome", equalTo("passed"))
                .body("checks.find { it.id == 'badge-class' }.outcome", equalTo("indeterminate"));
        post(
                        "application/json",
                        "{\"@context\":\"https://w3id.org/openbadges/v2\",\"type\":\"BadgeClass\"}"
                                .getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "application/octet-stream", "image/png"})
    void what_it_is_is_told_by_its_content_whatever_it_is_called(String type) {
        String issuer = Calls.issuer("{}");
        String url = Calls.award(issuer, Calls.published(issuer)).path("credential.url");
        byte[] jwt = given().get(url + ".jwt").asByteArray();
        post(type, jwt).then().statusCode(200).contentType("application/json").body("verified", equalTo(true));
        post(type, given().get(url + ".json").asByteArray()).then().body("verified", equalTo(true));
    }

    @Test
    void a_copied_badge_answers_no_challenge_by_whatever_way_it_comes() {
        String issuer = Calls.issuer("{}");
        String url = Calls.award(issuer, Calls.published(issuer)).path("credential.url");
        byte[] json = given().get(url + ".json").asByteArray();
        given().contentType("application/json")
                .body(json)
                .post("/verify?challenge=1")
                .then()
                .body("outcome", equalTo("failed"));
        given().multiPart("file", "badge.json", json)
                .post("/verify?domain=x")
                .then()
                .body("outcome", equalTo("failed"));
        given().queryParam("url", url + ".json")
                .accept("application/json")
                .get("/verify?challenge=1")
                .then()
                .body("outcome", equalTo("failed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/vc", "application/jwt", "text/plain"})
    void what_is_no_credential_is_refused(String type) {
        post(type, "nonsense".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        post(type, new byte[0]).then().statusCode(400).contentType("application/problem+json");
        post(type, new byte[(1 << 20) + 1]).then().statusCode(413).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/relative",
                "file:///etc/hosts",
                "http://127.0.0.1:1/x",
                "http://[::1]/x",
                "gopher://a.example/"
            })
    void a_link_that_goes_where_we_do_not_go_is_refused(String url) {
        Response refusal =
                given().accept("application/json").queryParam("url", url).get("/verify");
        refusal.then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void every_broken_input_is_answered_through_the_door_as_it_is_behind_it() throws IOException {
        for (String name : BrokenInputsTest.inputs()) {
            JsonNode expected = JSON.readTree(SampleDocuments.bytes("broken/verify/" + name + ".expected.json"));
            String type = name.endsWith(".jwt") ? "application/vc+jwt" : "application/vc";
            Response response = post(type, SampleDocuments.bytes("broken/verify/" + name));
            assertThat(response.statusCode())
                    .as(name + ": " + response.asString())
                    .isEqualTo(expected.path("status").asInt());
            if (response.statusCode() == 200) {
                boolean may = expected.path("outcome").asText().equals("verified");
                assertThat(response.<Boolean>path("verified")).as(name).isIn(false, may);
            }
        }
    }

    @Test
    void a_report_lists_every_check() {
        String issuer = Calls.issuer("{}");
        String url = Calls.award(issuer, Calls.published(issuer)).path("credential.url");
        post("application/vc", given().get(url + ".json").asByteArray())
                .then()
                .body("checks.id", hasItem("proof"))
                .body("checks.id", hasItem("revocation"))
                .body("summary", notNullValue())
                .body("verifiedAt", notNullValue())
                .body("credential.issuer.id", equalTo("did:web:localhost%3A18081:issuers:" + issuer));
    }

    private static void assertFormat(String sdJwt, String format) {
        Response report = post("application/" + format, sdJwt.getBytes(StandardCharsets.US_ASCII));
        assertOutcome(report, "verified");
        report.then().body("input.format", equalTo(format));
    }

    private static void assertOutcome(Response report, String outcome) {
        assertThat(report.statusCode()).as(report.asString()).isEqualTo(200);
        assertThat(report.<String>path("outcome")).as(report.asString()).isEqualTo(outcome);
        assertThat(report.<Boolean>path("verified")).isEqualTo(outcome.equals("verified"));
    }

    private static Response whose(byte[] json, String recipient) {
        return given().contentType("application/vc")
                .body(json)
                .queryParam("recipient", recipient)
                .post("/verify");
    }

    private static Response post(String type, byte[] body) {
        return given().config(io.restassured.RestAssured.config()
                        .encoderConfig(io.restassured.config.EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs(type, io.restassured.http.ContentType.BINARY)))
                .contentType(type)
                .body(body)
                .post("/verify");
    }
}
