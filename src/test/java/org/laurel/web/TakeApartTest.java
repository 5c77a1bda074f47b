package org.laurel.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.laurel.document.carrier.Pictures;
import org.laurel.document.carrier.PngCarrier;
import org.laurel.fixture.ServiceTest;

/** What stands inside a file is shown as it is, and nothing of it is taken for more than text. */
@ServiceTest
class TakeApartTest {
    private static final String ASSERTION =
            "{\"@context\":\"https://w3id.org/openbadges/v2\",\"type\":\"Assertion\",\"name\":\"</textarea></pre><script>x</script>\"}";

    @Test
    void what_a_picture_holds_is_shown_whole_and_harmless() throws Exception {
        byte[] png = PngCarrier.bake(Pictures.png(), ASSERTION);
        String page = given().multiPart("file", "badge.png", png, "image/png")
                .post("/take-apart")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page)
                .contains("it was inside a PNG", "(png)", "Assertion&quot;,")
                .contains("&lt;/textarea&gt;&lt;/pre&gt;&lt;script&gt;x")
                .doesNotContain("<script>x");
    }

    @Test
    void a_token_is_shown_in_its_parts() {
        String page = given().contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParam("badge", "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJkaWQ6ZXhhbXBsZTphIn0.AAAA")
                .post("/take-apart")
                .asString();
        assertThat(page).contains("&quot;alg&quot; : &quot;ES256&quot;", "&quot;iss&quot; : &quot;did:example:a&quot;");
    }

    @Test
    void what_holds_nothing_is_told_in_the_reader_s_language() {
        given().get("/take-apart").then().statusCode(200);
        String plain = given().multiPart("file", "a.png", Pictures.png(), "image/png")
                .post("/take-apart")
                .asString();
        assertThat(plain).contains("there is no credential inside the picture");
        String link = given().header("Accept-Language", "es")
                .multiPart("file", "a.txt", "https://badges.example/1".getBytes(StandardCharsets.UTF_8), "text/plain")
                .post("/take-apart")
                .asString();
        assertThat(link).contains("Solo contiene un enlace", "https://badges.example/1");
        assertThat(given().multiPart("badge", " ").post("/take-apart").asString())
                .contains("Choose a file");
    }
}
