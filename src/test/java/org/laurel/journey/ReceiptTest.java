package org.laurel.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;

/** A report that an employer can file: signed by the service, checked here or with any JOSE library. */
@ServiceTest
class ReceiptTest {

    @Test
    void who_takes_a_jwt_alone_gets_the_receipt() {
        String issuer = Calls.issuer("{}");
        String url = Calls.award(issuer, Calls.published(issuer)).path("credential.url");
        byte[] badge = given().get(url + ".json").asByteArray();
        given().contentType("application/vc")
                .accept("application/jwt")
                .body(badge)
                .post("/verify")
                .then()
                .statusCode(200)
                .contentType("application/jwt");
    }

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
        assertThat(isSignedBy(keys, jws)).isTrue();
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

    /** By the JDK, which knows nothing of our code. */
    private static boolean isSignedBy(JWKSet keys, JWSObject jws) throws GeneralSecurityException {
        OctetKeyPair key = keys.getKeyByKeyId(jws.getHeader().getKeyID()).toOctetKeyPair();
        Signature ed25519 = Signature.getInstance("Ed25519");
        ed25519.initVerify(publicKey(key.getDecodedX()));
        ed25519.update(jws.getSigningInput());
        return ed25519.verify(jws.getSignature().decode());
    }

    /** As the JDK reads it (RFC 8410 §4). */
    private static PublicKey publicKey(byte[] bytes) throws GeneralSecurityException {
        String x509 = "302a300506032b6570032100" + HexFormat.of().formatHex(bytes);
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(HexFormat.of().parseHex(x509)));
    }

    private static Response check(String receipt) {
        return given().contentType("application/jwt")
                .body(receipt.getBytes(StandardCharsets.US_ASCII))
                .post("/verify/receipt");
    }
}
