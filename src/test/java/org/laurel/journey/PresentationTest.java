package org.laurel.journey;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.Presentations;
import org.laurel.fixture.ServiceTest;
import org.laurel.fixture.TestKeys;
import org.laurel.securing.crypto.SignatureAlgorithm;
import org.laurel.securing.key.SigningKey;

/** A holder shows a badge of ours to somebody who gave a challenge. */
@ServiceTest
class PresentationTest {

    @Test
    void a_presentation_holds_for_whom_it_was_made_and_for_nobody_else() throws Exception {
        String issuer = Calls.issuer("{}");
        Response award = Calls.award(issuer, Calls.published(issuer));
        JsonNode badge = new ObjectMapper()
                .readTree(given().get(award.<String>path("credential.url") + ".json")
                        .asString());
        SigningKey holder = TestKeys.fresh(SignatureAlgorithm.EDDSA);
        ObjectNode presentation = Presentations.signed(
                Presentations.of(holder.controller(), badge), holder, "once", "https://verifier.example");

        verify(presentation, "?challenge=once&domain=https://verifier.example")
                .body("verified", equalTo(true))
                .body("embedded[0].report.verified", equalTo(true))
                .body("checks.find { it.id == 'presentation' }.outcome", equalTo("passed"));
        verify(presentation, "?challenge=twice")
                .body("verified", equalTo(false))
                .body("checks.find { it.id == 'presentation' }.outcome", equalTo("failed"));
    }

    private static ValidatableResponse verify(ObjectNode presentation, String query) {
        return given().contentType("application/vp")
                .body(presentation.toString().getBytes(StandardCharsets.UTF_8))
                .post("/verify" + query)
                .then()
                .statusCode(200);
    }
}
