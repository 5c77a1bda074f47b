package org.laurel.hosting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;
import org.laurel.securing.crypto.Signatures;
import org.laurel.securing.crypto.VerificationKey;
import org.laurel.shared.encoding.Base64Url;

/** Whom this service has screened. */
@ServiceTest
class RegistryResourceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void who_was_let_in_without_screening_has_no_place_in_it() throws Exception {
        String slug = Calls.issuer("{}");
        JsonNode registry = JSON.readTree(given().accept("application/json")
                .get("/registry")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "*")
                .extract()
                .asString());
        assertThat(registry.path("registry").isObject()).isTrue();
        assertThat(registry.path("registry").toString()).doesNotContain(slug);
        assertThat(payload(registry.path("signed").asText()).path("registry")).isEqualTo(registry.path("registry"));
    }

    @Test
    void it_is_signed_by_a_key_that_is_published() throws Exception {
        String jws = given().accept("application/jwt")
                .get("/registry")
                .then()
                .statusCode(200)
                .contentType("application/jwt")
                .extract()
                .asString();
        JsonNode header = JSON.readTree(Base64Url.decode(jws.substring(0, jws.indexOf('.'))));
        assertThat(header.path("typ").asText()).isEqualTo("issuer-registry+jwt");
        int end = jws.lastIndexOf('.');
        assertThat(Signatures.verify(
                        key(header.path("kid").asText()),
                        jws.substring(0, end).getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                        Base64Url.decode(jws.substring(end + 1))))
                .isTrue();
        assertThat(payload(jws).path("iss").asText()).isEqualTo("http://localhost:18081");
    }

    private static VerificationKey key(String kid) throws Exception {
        for (JsonNode jwk :
                JSON.readTree(given().get("/.well-known/jwks.json").asString()).path("keys")) {
            if (jwk.path("kid").asText().equals(kid)) {
                return VerificationKey.ofJwk(jwk);
            }
        }
        throw new AssertionError("not published: " + kid);
    }

    private static JsonNode payload(String jws) throws Exception {
        return JSON.readTree(Base64Url.decode(jws.split("\\.")[1]));
    }
}
