package org.laurel.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;

/** What the badges of an account count for, signed. */
@ServiceTest
class TranscriptTest {

    @Test
    void a_transcript_says_what_the_badges_count_for_and_is_signed_by_the_service() throws Exception {
        String email = People.email();
        String issuer = Calls.issuer("{}");
        String achievement = Calls.published(issuer);
        for (String by : List.of(RecognitionTest.recogniser(), RecognitionTest.recogniser())) {
            RecognitionTest.recognise(achievement, by, "\"kind\":\"hours\",\"amount\":15,\"where\":\"S\"")
                    .then()
                    .statusCode(201);
        }
        String award = awarded(issuer, achievement, email);
        awarded(issuer, Calls.published(issuer), email);
        String me = Screenings.person("educator", email);
        Calls.as(me)
                .get("/api/v1/people/me/transcript")
                .then()
                .statusCode(200)
                .body("credentialSubject.name", equalTo("P"))
                .body("credentialSubject.badges", hasSize(1))
                .body("credentialSubject.badges[0].recognitions", hasSize(2))
                .body("credentialSubject.totals.hours", equalTo(15));
        String jwt = Calls.as(me)
                .accept("application/vc+jwt")
                .get("/api/v1/people/me/transcript")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertSigned(jwt);
        Calls.admin().body("{\"reason\":\"R\"}").post("/api/v1/awards/" + award + "/revoke");
        Calls.as(me)
                .get("/api/v1/people/me/transcript")
                .then()
                .body("credentialSubject.badges", hasSize(0))
                .body("credentialSubject.totals.hours", nullValue());
    }

    private static String awarded(String issuer, String achievement, String email) {
        return Calls.admin()
                .body("{\"achievement\":\"" + achievement + "\",\"recipient\":{\"email\":\"" + email + "\"}}")
                .post("/api/v1/issuers/" + issuer + "/awards")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** By the key that the service publishes. */
    private static void assertSigned(String jwt) throws Exception {
        String[] parts = jwt.split("\\.");
        String kid = new ObjectMapper()
                .readTree(Base64.getUrlDecoder().decode(parts[0]))
                .path("kid")
                .asText();
        String x = given().get("/.well-known/jwks.json").path("keys.find { it.kid == '" + kid + "' }.x");
        assertThat(isSignedBy(x, parts)).isTrue();
    }

    /** Ed25519 by the JDK alone (RFC 8032). */
    private static boolean isSignedBy(String x, String[] parts) throws GeneralSecurityException {
        byte[] raw = Base64.getUrlDecoder().decode(x);
        byte[] prefix = HexFormat.of().parseHex("302a300506032b6570032100");
        byte[] encoded = new byte[prefix.length + raw.length];
        System.arraycopy(prefix, 0, encoded, 0, prefix.length);
        System.arraycopy(raw, 0, encoded, prefix.length, raw.length);
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        check.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        return check.verify(Base64.getUrlDecoder().decode(parts[2]));
    }
}
