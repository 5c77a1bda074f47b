package org.laurel.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.laurel.document.carrier.PdfCarrier;
import org.laurel.document.carrier.PngCarrier;
import org.laurel.document.carrier.SvgCarrier;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;

/** What a shared link shows and offers, to people and to other pages. */
@ServiceTest
class SharePageTest {
    private static final String ORIGIN = "http://localhost:18081";

    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL);
    /** Ends attributes, elements and scripts, where it is not made harmless. */
    private static final String PROBE = "\\\"><script>x</script></title>{{7*7}}<img src=x onerror=x> ${7*7}";

    @Test
    void each_file_carries_the_signed_badge_byte_for_byte() throws Exception {
        String path = award("Reading");
        String signed = given().get(path + ".json").asString();
        Response png = given().get(path + ".png");
        assertThat(png.contentType()).isEqualTo("image/png");
        assertThat(PngCarrier.find(png.asByteArray()).orElseThrow().text()).isEqualTo(signed);
        Response svg = given().get(path + ".svg");
        assertThat(svg.contentType()).startsWith("image/svg+xml");
        assertThat(SvgCarrier.find(svg.asByteArray()).orElseThrow().text()).isEqualTo(signed);
        assertThat(svg.header("Content-Security-Policy")).contains("sandbox");
        assertThat(given().accept("image/png").get(path).asByteArray()).isEqualTo(png.asByteArray());
        given().header("If-None-Match", png.header("ETag"))
                .get(path + ".png")
                .then()
                .statusCode(304);
        given().contentType("image/png")
                .body(png.asByteArray())
                .post("/verify")
                .then()
                .body("verified", equalTo(true))
                .body("input.form", equalTo("png"));
        given().get("/verify?url=" + ORIGIN + path + ".svg").then().body("verified", equalTo(true));
        byte[] pdf = given().get(path + ".pdf?paper=letter").asByteArray();
        assertThat(PdfCarrier.find(pdf).orElseThrow().text()).isEqualTo(signed);
        assertThat(given().get(path + ".pdf?paper=letter").asByteArray()).isEqualTo(pdf);
        assertThat(given().header("Accept-Language", "es").get(path + ".pdf").header("ETag"))
                .isNotEqualTo(given().get(path + ".pdf").header("ETag"));
        given().get(path + ".pdf?paper=a5").then().statusCode(400);
        given().contentType("application/pdf")
                .body(pdf)
                .post("/verify")
                .then()
                .body("verified", equalTo(true))
                .body("input.form", equalTo("pdf"));
        given().get("/verify?url=" + ORIGIN + path + ".pdf").then().body("verified", equalTo(true));
        given().get("/credentials/1-aaaaaaaaaaaaaaaaaaaaaaaaaa.png").then().statusCode(404);
    }

    @Test
    void other_pages_find_a_card_a_frame_and_what_it_is() throws Exception {
        String path = award("Reading");
        String page = given().accept("text/html").get(path).asString();
        String url = ORIGIN + path;
        assertThat(page)
                .contains("<link rel=\"canonical\" href=\"" + url + "\">")
                .contains("<meta name=\"robots\" content=\"noindex\">")
                .contains("<link rel=\"alternate\" type=\"application/vc+jwt\" href=\"" + url + ".jwt\">")
                .contains("<meta property=\"og:image:width\" content=\"1200\">");
        JsonNode data = schemaOrg(page);
        assertThat(data.path("@type").asText()).isEqualTo("EducationalOccupationalCredential");
        assertThat(data.path("name").asText()).isEqualTo("Reading");
        given().get(path + "/card.png").then().statusCode(200).contentType("image/png");
        given().get(path + "/qr.svg").then().statusCode(200);
        given().get(path + "/embed")
                .then()
                .header("Content-Security-Policy", containsString("frame-ancestors *"))
                .body(containsString("Verified"));
        given().accept("text/html")
                .get(path)
                .then()
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"));
        given().queryParam("url", url)
                .queryParam("maxwidth", 300)
                .get("/oembed")
                .then()
                .statusCode(200)
                .body("type", equalTo("rich"))
                .body("width", equalTo(300))
                .body("html", containsString("src=\"" + url + "/embed\""));
        given().queryParam("url", url)
                .queryParam("format", "xml")
                .get("/oembed")
                .then()
                .statusCode(501);
        given().queryParam("url", "https://elsewhere.example/credentials/1")
                .get("/oembed")
                .then()
                .statusCode(404);
    }

    @Test
    void the_page_is_in_the_reader_s_language_and_changes_its_tag_with_the_status() {
        String issuer = Calls.issuer("{}");
        Response award = Calls.award(issuer, Calls.published(issuer));
        String path = award.<String>path("credential.url").substring(ORIGIN.length());
        String english = given().accept("text/html").get(path).header("ETag");
        given().accept("text/html")
                .header("If-None-Match", english)
                .get(path)
                .then()
                .statusCode(304);
        Response spanish =
                given().accept("text/html").header("Accept-Language", "es-MX").get(path);
        assertThat(spanish.asString()).contains("Firmado por el emisor", "Verificada", "lang=\"es\"");
        assertThat(spanish.header("ETag")).isNotEqualTo(english);
        Calls.admin()
                .contentType("application/json")
                .body("{\"reason\":\"Wrong person\"}")
                .post("/api/v1/awards/" + award.path("id") + "/revoke")
                .then()
                .statusCode(200);
        given().accept("text/html")
                .header("If-None-Match", english)
                .get(path)
                .then()
                .statusCode(200)
                .body(containsString("status bad"))
                .body(containsString("Revoked"));
    }

    @Test
    void what_is_not_there_is_told_to_people_as_a_page_and_to_programs_as_a_problem() {
        for (String path :
                new String[] {"/credentials/1-aaaaaaaaaaaaaaaaaaaaaaaaaa", "/achievements/x", "/issuers/x"}) {
            given().accept("text/html")
                    .header("Accept-Language", "es")
                    .get(path)
                    .then()
                    .statusCode(404)
                    .contentType("text/html")
                    .body(containsString("Aquí no hay nada"));
            given().accept("application/json").get(path).then().statusCode(404).contentType("application/problem+json");
        }
    }

    @Test
    void what_people_write_cannot_break_out_of_a_page() throws Exception {
        String path = award(PROBE);
        for (String part : new String[] {"", "/embed"}) {
            String page = given().accept("text/html").get(path + part).asString();
            assertThat(page).contains("{{7*7}}").doesNotContain("<script>x", "<img src=x", "onerror=x>", "\"><script");
        }
        String page = given().accept("text/html").get(path).asString();
        assertThat(schemaOrg(page).path("name").asText()).startsWith("\"><script>x</script>");
    }

    @Test
    void a_form_at_linkedin_gets_each_value_encoded() throws Exception {
        String path = award("Reading & Writing = 100 %?");
        assertThat(given().accept("text/html").get(path).asString())
                .contains("startTask=CERTIFICATION_NAME&amp;name=Reading%20%26%20Writing%20%3D%20100%20%25%3F"
                        + "&amp;organizationName=");
    }

    private static JsonNode schemaOrg(String page) throws Exception {
        Matcher data = DATA.matcher(page);
        assertThat(data.find()).isTrue();
        return new ObjectMapper().readTree(data.group(1).getBytes(StandardCharsets.UTF_8));
    }

    /** Awards a badge of this name, which stands in JSON; its path. */
    private static String award(String name) {
        String issuer = Calls.issuer("{}");
        String achievement = Calls.admin()
                .contentType("application/json")
                .body("{\"name\":\"" + name + "\",\"description\":\"" + name + "\",\"criteria\":{\"narrative\":\""
                        + name + "\"},\"directAward\":true,\"tag\":[\"reading\"]}")
                .post("/api/v1/issuers/" + issuer + "/achievements")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Calls.admin()
                .post("/api/v1/achievements/" + achievement + "/publish")
                .then()
                .statusCode(200);
        return Calls.award(issuer, achievement).<String>path("credential.url").substring(ORIGIN.length());
    }
}
