package org.laurel.issuing.issuer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;

@ServiceTest
class KeyResourceTest {

    @Test
    void a_new_issuer_has_two_keys_and_shows_no_private_half() {
        Response keys = Calls.admin().get(path(Calls.issuer("{}")));
        keys.then()
                .statusCode(200)
                .body("items.algorithm", contains("ES256", "EdDSA"))
                .body("items.state", contains("active", "active"));
        assertThat(keys.asString()).doesNotContain("\"d\"");
    }

    @Test
    void an_rsa_key_is_made_on_demand_and_signs_when_the_issuer_says_so() {
        String issuer = Calls.issuer("{\"jwtAlgorithm\":\"RS256\"}");
        Calls.admin()
                .body("{\"algorithm\":\"RS256\"}")
                .post(path(issuer))
                .then()
                .statusCode(201)
                .body("algorithm", equalTo("RS256"));
        Response award = Calls.award(issuer, Calls.published(issuer));
        Response jwt = given().accept("application/jwt").get(award.<String>path("credential.url"));
        verified(jwt.asString()).then().body("verified", equalTo(true));
        String header = jwt.asString().substring(0, jwt.asString().indexOf('.'));
        assertThat(new String(java.util.Base64.getUrlDecoder().decode(header), java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"alg\":\"RS256\"")
                .contains("\"typ\":\"JWT\"");
    }

    @Test
    void what_a_rotated_key_signed_stays_genuine_and_it_rotates_once() {
        String issuer = Calls.issuer("{}");
        String jwt = jwt(Calls.award(issuer, Calls.published(issuer)));
        String old = key(issuer, 0);
        Calls.admin()
                .post(path(issuer) + "/" + old + "/rotate")
                .then()
                .statusCode(201)
                .body("algorithm", equalTo("ES256"))
                .body("state", equalTo("active"));
        Calls.admin().get(path(issuer)).then().body("items.state", contains("retired", "active", "active"));
        Calls.admin().post(path(issuer) + "/" + old + "/rotate").then().statusCode(409);
        verified(jwt).then().statusCode(200).body("verified", equalTo(true));
        List<String> published = given().get("/.well-known/jwks.json").path("keys.kid");
        assertThat(published).contains(Calls.admin().get(path(issuer)).<String>path("items[0].kid"));
    }

    private static void beginOfASecond() {
        try {
            Thread.sleep(1000 - System.currentTimeMillis() % 1000);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_a_compromised_key_signed_counts_no_more() {
        String issuer = Calls.issuer("{}");
        String achievement = Calls.published(issuer);
        beginOfASecond(); // proofs and revocations are dated in whole seconds, and an older proof would still count
        String jwt = jwt(Calls.award(issuer, achievement));
        String old = key(issuer, 0);
        Calls.admin().post(path(issuer) + "/" + old + "/rotate").then().statusCode(201);
        retire(issuer, old, true).then().statusCode(200);
        Calls.admin().get(path(issuer)).then().body("items[0].state", equalTo("compromised"));
        verified(jwt).then().statusCode(200).body("outcome", equalTo("failed"));
        String kid = Calls.admin().get(path(issuer)).path("items[0].kid");
        assertThat(given().get("/.well-known/jwks.json").<List<String>>path("keys.kid"))
                .doesNotContain(kid);
    }

    @Test
    void a_compromised_key_never_counts_as_merely_retired_again() {
        String issuer = Calls.issuer("{}");
        String old = key(issuer, 0);
        Calls.admin().post(path(issuer) + "/" + old + "/rotate").then().statusCode(201);
        retire(issuer, old, true).then().statusCode(200);
        String revoked = revoked(issuer);
        retire(issuer, old, false);
        Calls.admin().get(path(issuer)).then().body("items[0].state", equalTo("compromised"));
        assertThat(revoked(issuer)).isEqualTo(revoked);
    }

    @Test
    void the_last_active_key_of_its_kind_stays() {
        String issuer = Calls.issuer("{}");
        retire(issuer, key(issuer, 1), false).then().statusCode(409).contentType("application/problem+json");
        Calls.admin()
                .body("{\"algorithm\":\"EdDSA\"}")
                .post(path(issuer))
                .then()
                .statusCode(201);
        retire(issuer, key(issuer, 1), false).then().statusCode(200);
        retire(issuer, "999999999", false).then().statusCode(404);
    }

    private static String revoked(String issuer) {
        return given().get("/issuers/" + issuer + "/did.json").path("verificationMethod[0].revoked");
    }

    private static Response retire(String issuer, String key, boolean compromised) {
        return Calls.admin().body("{\"compromised\":" + compromised + "}").post(path(issuer) + "/" + key + "/retire");
    }

    private static String key(String issuer, int index) {
        return Calls.admin().get(path(issuer)).path("items[" + index + "].id");
    }

    private static String path(String issuer) {
        return "/api/v1/issuers/" + issuer + "/keys";
    }

    private static String jwt(Response award) {
        return given().accept("application/jwt")
                .get(award.<String>path("credential.url"))
                .asString();
    }

    private static Response verified(String jwt) {
        return given().contentType("application/vc+jwt")
                .body(jwt.getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .post("/verify");
    }
}
