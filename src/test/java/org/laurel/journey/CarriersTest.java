package org.laurel.journey;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.laurel.document.carrier.CarrierException;
import org.laurel.document.carrier.PdfFiles;
import org.laurel.document.carrier.Pictures;
import org.laurel.document.carrier.PngCarrier;
import org.laurel.document.carrier.SvgCarrier;
import org.laurel.fixture.Calls;
import org.laurel.fixture.Papers;
import org.laurel.fixture.SampleWorld;
import org.laurel.fixture.ServiceTest;

/** Badges that come as pictures and files, through the door for systems and the page for people. */
@ServiceTest
class CarriersTest {

    @Test
    void a_picture_is_taken_as_body_and_as_file_of_a_form() throws CarrierException {
        String url = award();
        byte[] png = PngCarrier.bake(Pictures.png(), given().get(url + ".json").asString());
        byte[] svg = SvgCarrier.bake(
                Pictures.SVG.getBytes(UTF_8), given().get(url + ".jwt").asString());
        verified(body("image/png", png), "png");
        verified(body("image/svg+xml", svg), "svg");
        byte[] pdf = PdfFiles.with(
                "credential.json", "application/vc", given().get(url + ".json").asString());
        verified(body("application/pdf", pdf), "pdf");
        verified(form("file", png, "*/*"), "png");
        verified(form("file", svg, "application/json"), "svg");
        verified(form("file", given().get(url + ".jwt").asByteArray(), "application/json"), "jwt");
        verified(
                given().accept("application/json")
                        .multiPart("url", url)
                        .post("/verify")
                        .then(),
                "url");
        verified(body("image/png", Pictures.qr(url, "png")), "url");
    }

    @Test
    void a_form_has_a_file_or_a_link() {
        RequestSpecification both = given().accept("application/json")
                .multiPart("url", "https://a.example/")
                .multiPart("file", "a", new byte[] {1});
        RequestSpecification neither = given().accept("application/json").multiPart("other", "x");
        for (RequestSpecification form : new RequestSpecification[] {both, neither}) {
            form.post("/verify")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("detail", containsString("either file or url"));
        }
    }

    @Test
    void a_picture_that_cannot_be_judged_is_refused() {
        body("image/png", Pictures.png())
                .statusCode(400)
                .body("type", equalTo("/problems#not-a-credential"))
                .body("detail", equalTo("there is no credential inside the picture"));
        byte[] large = Arrays.copyOf(Pictures.png(), (10 << 20) + 1);
        body("image/png", large).statusCode(413).contentType("application/problem+json");
        form("file", large, "application/json").statusCode(413).contentType("application/problem+json");
        byte[] pdf = "%PDF-1.7 …".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        body("application/pdf", pdf).statusCode(400).body("detail", containsString("the PDF cannot be read"));
    }

    @Test
    void the_page_takes_a_file_or_a_text_and_asks_for_one() throws CarrierException {
        String jwt = given().get(award() + ".jwt").asString();
        byte[] png = PngCarrier.bake(Pictures.png(), jwt);
        page(given().multiPart("file", "badge.png", png).multiPart("badge", "").multiPart("recipient", ""), "Verified");
        page(given().multiPart("file", "", new byte[0]).multiPart("badge", jwt.replace(".", ".\r\n")), "Verified");
        page(given().multiPart("file", "", new byte[0]).multiPart("badge", " "), "Choose a file, or paste");
        page(given().contentType("application/x-www-form-urlencoded").formParam("badge", jwt), "Verified");
        page(given().multiPart("file", "badge.png", Pictures.png()), "Not a badge");
    }

    private static String award() {
        String issuer = Calls.issuer("{}");
        Response award = Calls.award(issuer, Calls.published(issuer));
        return award.path("credential.url");
    }

    /** Of badges.example nobody answers, wherever the tests run: what the certificate itself proves is told. */
    @Test
    void a_certificate_is_judged_where_nothing_can_be_fetched() {
        SampleWorld world = new SampleWorld();
        for (boolean lists : new boolean[] {false, true}) {
            byte[] badge = world.signed(lists ? world.withStatus("revocation", "8") : world.badge());
            given().contentType("application/pdf")
                    .body(Papers.with(badge, "application/vc"))
                    .post("/verify")
                    .then()
                    .statusCode(200)
                    .body("input.form", equalTo("pdf"))
                    .body("outcome", equalTo(lists ? "indeterminate" : "verified"))
                    .body("checks.find { it.id == 'proof' }.outcome", equalTo("passed"))
                    .body(
                            "checks.find { it.id == 'revocation' }.outcome",
                            equalTo(lists ? "indeterminate" : "skipped"));
        }
    }

    private static void page(RequestSpecification form, String word) {
        form.accept("text/html")
                .post("/verify")
                .then()
                .statusCode(200)
                .contentType(containsString("text/html"))
                .body(containsString(word));
    }

    private static void verified(ValidatableResponse report, String form) {
        report.statusCode(200).body("outcome", equalTo("verified")).body("input.form", equalTo(form));
    }

    private static ValidatableResponse form(String name, byte[] file, String accept) {
        return given().accept(accept)
                .multiPart(name, "some.file", file)
                .post("/verify")
                .then();
    }

    private static ValidatableResponse body(String type, byte[] body) {
        return given().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs(type, ContentType.BINARY)))
                .accept("application/json")
                .contentType(type)
                .body(body)
                .post("/verify")
                .then();
    }
}
