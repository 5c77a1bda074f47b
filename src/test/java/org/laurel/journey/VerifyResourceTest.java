package org.laurel.journey;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;

/** The verifier's door: what it takes, and what it says of our own badges. */
@ServiceTest
class VerifyResourceTest {
    private static final String WHOSE = "checks.find { it.id == 'recipient' }.outcome";

    @Test
    void the_report_comes_in_the_language_that_is_asked_for() {
        String issuer = Calls.issuer("{}");
        String url = Calls.award(issuer, Calls.published(issuer)).path("credential.url");
        byte[] jwt = given().get(url + ".jwt").asByteArray();
        Map.of("es-MX, en;q=0.5", "es", "en;q=0.5, es", "es", "fr", "en", "en", "en", "*", "en")
                .forEach((asked, answered) -> given().contentType("application/vc+jwt")
                        .header("Accept-Language", asked)
                        .body(jwt)
                        .post("/verify")
                        .then()
                        .statusCode(200)
                        .header("Content-Language", answered)
                        .header("Vary", containsString("Accept-Language"))
                        .body("summary", startsWith(answered.equals("es") ? "Esta insignia es" : "This badge is"))
                        .body("checks[0].title", equalTo(answered.equals("es") ? "Se puede leer" : "It can be read")));
    }

    @Test
    void a_badge_of_ours_is_verified_in_both_forms_until_it_is_revoked() {
        String issuer = Calls.issuer("{}");
        Response award = Calls.award(issuer, Calls.published(issuer));
        String json =
                given().get(award.<String>path("credential.url") + ".json").asString();
        String jwt = given().get(award.<String>path("credential.url") + ".jwt").asString();

        verify(json, "application/vc").statusCode(200).body("verified", equalTo(true));
        verify(json, "application/json").body("outcome", equalTo("verified"));
        verify(jwt, "application/vc+jwt").body("verified", equalTo(true)).body("input.form", equalTo("jwt"));
        verify(jwt, "text/plain").body("verified", equalTo(true));

        Calls.admin()
                .body("{\"reason\":\"x\"}")
                .post("/api/v1/awards/" + award.path("id") + "/revoke")
                .then()
                .statusCode(200);
        for (ValidatableResponse report :
                new ValidatableResponse[] {verify(json, "application/vc"), verify(jwt, "application/jwt")}) {
            report.statusCode(200)
                    .body("verified", equalTo(false))
                    .body("outcome", equalTo("failed"))
                    .body("summary", containsString("revoked"))
                    .body("checks.find { it.id == 'proof' }.outcome", equalTo("passed"));
        }
    }

    @Test
    void one_changed_word_fails_the_proof_in_both_forms() {
        String issuer = Calls.issuer("{}");
        Response award = Calls.award(issuer, Calls.published(issuer));
        String json =
                given().get(award.<String>path("credential.url") + ".json").asString();
        String jwt = given().get(award.<String>path("credential.url") + ".jwt").asString();
        int signature = jwt.lastIndexOf('.') + 1;
        char other = jwt.charAt(signature) == 'A' ? 'B' : 'A';

        for (ValidatableResponse report : new ValidatableResponse[] {
            verify(json.replace("\"narrative\":\"C\"", "\"narrative\":\"D\""), "application/vc"),
            verify(jwt.substring(0, signature) + other + jwt.substring(signature + 1), "application/vc+jwt")
        }) {
            report.statusCode(200)
                    .body("verified", equalTo(false))
                    .body("outcome", equalTo("failed"))
                    .body("checks.find { it.id == 'proof' }.outcome", equalTo("failed"));
        }
    }

    @Test
    void a_link_is_followed_wherever_it_stands() {
        String issuer = Calls.issuer("{}");
        String url = Calls.award(issuer, Calls.published(issuer)).path("credential.url");
        verify("{\"url\":\"" + url + "\"}", "application/json").body("verified", equalTo(true));
        verify(url, "text/plain").body("verified", equalTo(true));
        given().accept("application/json")
                .queryParam("url", url)
                .get("/verify")
                .then()
                .statusCode(200)
                .body("verified", equalTo(true));
        given().accept("text/html")
                .queryParam("url", url)
                .get("/verify")
                .then()
                .statusCode(200)
                .contentType(containsString("text/html"))
                .body(containsString("Verified"));
    }

    @Test
    void a_badge_is_told_to_be_theirs_or_not() {
        String issuer = Calls.issuer("{}");
        Response award = Calls.award(issuer, Calls.published(issuer));
        String jwt = given().get(award.<String>path("credential.url") + ".jwt").asString();
        whose(jwt, "ada@example.org").body(WHOSE, equalTo("passed"));
        whose(jwt, "Ada@Example.org").body(WHOSE, equalTo("passed"));
        whose(jwt, "bob@example.org").body(WHOSE, equalTo("failed"));
    }

    @Test
    void what_cannot_be_judged_is_refused() {
        refused(verify("", "application/vc"), 400, "not-a-credential");
        refused(verify("{\"a\":", "application/vc"), 400, "not-a-credential");
        refused(verify("hello", "text/plain"), 400, "not-a-credential");
        refused(verify("<a/>", "text/xml"), 415, "unsupported-media-type");
        refused(verify("[" + " ".repeat(1 << 20) + "]", "application/vc"), 413, "too-large");
        refused(verify("x".repeat((1 << 20) + 1), "text/plain"), 413, "too-large");
        refused(verify("{\"url\":\"no link\"}", "application/json"), 400, "bad-parameter");
        refused(given().accept("application/json").get("/verify").then(), 400, "bad-parameter");
        refused(verify("{\"url\":\"http://127.0.0.1:1/badge\"}", "application/json"), 400, "bad-parameter");
    }

    private static ValidatableResponse verify(String body, String type) {
        return given().config(Raw.BODIES)
                .accept("application/json")
                .contentType(type)
                .body(body)
                .post("/verify")
                .then();
    }

    private static ValidatableResponse whose(String jwt, String recipient) {
        return given().config(Raw.BODIES)
                .contentType("application/vc+jwt")
                .queryParam("recipient", recipient)
                .body(jwt)
                .post("/verify")
                .then()
                .statusCode(200);
    }

    private static void refused(ValidatableResponse response, int status, String type) {
        response.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems#" + type))
                .body("status", equalTo(status));
    }
}
