package org.laurel.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.jwk.JWKSet;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;

/** A report that an employer can file: signed by the service, checked here or with any JOSE library. */
@ServiceTest
class ReceiptTest {

    @Test
    void a_receipt_holds_the_report_and_stays_checkable() throws Exception {
        String issuer = Calls.issuer("{}");
        Response award = Calls.award(issuer, Calls.published(issuer));
        byte[] badge =
                given().get(award.<String>path("credential.url") + ".json").asByteArray();
        String receipt = given().contentType("application/vc")
                .body(badge)
                .post("/verify?receipt=true")
                .then()
                .statusCode(200)
                .contentType("application/jwt")
                .extract()
                .asString();

        JWSObject jws = JWSObject.parse(receipt);
        JWKSet keys = JWKSet.parse(given().get("/.well-known/jwks.json").asString());
        assertThat(jws.verify(new Ed25519Verifier(
                        keys.getKeyByKeyId(jws.getHeader().getKeyID()).toOctetKeyPair())))
                .isTrue();
        assertThat(jws.getHeader().getType().getType()).isEqualTo("verification-receipt+jwt");
        JsonNode report =
                new ObjectMapper().readTree(jws.getPayload().toString()).path("report");
        assertThat(report.path("verified").asBoolean()).isTrue();
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(badge));
        assertThat(report.at("/input/digest").textValue()).isEqualTo("sha256:" + digest);

        check(receipt).then().statusCode(200).body("genuine", equalTo(true)).body("report.verified", equalTo(true));
        check(receipt.substring(0, 200) + "\n" + receipt.substring(200)).then().body("genuine", equalTo(true));
        int middle = receipt.indexOf('.') + 40;
        char other = receipt.charAt(middle) == 'A' ? 'B' : 'A';
        check(receipt.substring(0, middle) + other + receipt.substring(middle + 1))
                .then()
                .statusCode(200)
                .body("genuine", equalTo(false))
                .body("summary", containsString("changed"));
        check(given().get(award.<String>path("credential.url") + ".jwt").asString())
                .then()
                .body("genuine", equalTo(false));
    }

    private static Response check(String receipt) {
        return given().contentType("application/jwt")
                .body(receipt.getBytes(StandardCharsets.US_ASCII))
                .post("/verify/receipt");
    }
}
