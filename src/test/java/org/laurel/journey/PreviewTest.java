package org.laurel.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;

/** What those read who show a link elsewhere, and what caches and search engines are told of each form. */
@ServiceTest
class PreviewTest {
    private String issuer = "";
    private String achievement = "";
    private String badge = "";

    @BeforeEach
    void award() {
        issuer = Calls.issuer("{}");
        achievement = Calls.published(issuer);
        badge = Calls.award(issuer, achievement).path("credential.url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
                "LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)",
                "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
                "WhatsApp/2.23.20.0",
                "Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)"
            })
    void who_shows_a_link_elsewhere_reads_the_page_though_it_takes_anything(String agent) {
        for (String accept : List.of("*/*", "image/avif,image/webp,*/*;q=0.8")) {
            for (String address : List.of(badge, "/achievements/" + achievement, "/issuers/" + issuer)) {
                read(address, accept, agent)
                        .contentType(startsWith("text/html"))
                        .header("Vary", containsString("User-Agent"))
                        .body(containsString("<meta property=\"og:title\""));
            }
        }
        read(badge, "*/*", agent).body(containsString("/card.png?v="));
        read(badge + ".json", "*/*", agent).contentType("application/json");
        read(badge, "application/vc, */*;q=0.1", agent).contentType("application/vc");
    }

    @Test
    void a_program_that_takes_anything_reads_the_document() {
        read(badge, "*/*", "curl/8").contentType("application/json").header("Vary", containsString("User-Agent"));
        read(badge + ".json", "*/*", "curl/8").header("Vary", equalTo("Accept"));
    }

    @ParameterizedTest
    @ValueSource(strings = {".json", ".jwt", ".png", ".svg", ".pdf", "/card.png"})
    void no_form_of_a_badge_is_to_be_listed_or_kept_for_long(String form) {
        read(badge + form, "*/*", "curl/8")
                .header("X-Robots-Tag", "noindex")
                .header("Cache-Control", form.equals(".pdf") ? "public, max-age=0" : "public, max-age=300");
    }

    @Test
    void what_has_a_strong_tag_is_sent_as_it_is() {
        for (String form : List.of(".json", ".jwt", ".svg")) {
            packed(badge + form, "*/*").header("Content-Encoding", nullValue()).header("ETag", startsWith("\""));
        }
        packed(badge, "text/html")
                .header("Content-Encoding", "gzip")
                .header("ETag", startsWith("W/"))
                .header("Vary", containsString("Accept-Encoding"));
        packed("/assets/htmx.min.js", "*/*")
                .header("Content-Encoding", "gzip")
                .header("Vary", containsString("Accept-Encoding"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void the_page_and_the_certificate_say_all_that_is_signed(String language) throws Exception {
        String full = Calls.admin()
                .body("{\"achievement\":\"" + achievement
                        + "\",\"recipient\":{\"email\":\"ada@example.org\",\"identifiers\":["
                        + "{\"identityType\":\"name\",\"value\":\"Ada Lovelace\",\"hashed\":false}]},"
                        + "\"validFrom\":\"2025-01-01T00:00:00Z\",\"creditsEarned\":1.5,\"term\":\"Spring\",\"role\":\"Lead\","
                        + "\"licenseNumber\":\"L-17\",\"evidence\":[{\"name\":\"A plan\",\"narrative\":\"Six weeks\","
                        + "\"genre\":\"Lesson\"}]}")
                .post("/api/v1/issuers/" + issuer + "/awards")
                .then()
                .statusCode(201)
                .extract()
                .path("credential.url");
        boolean english = language.equals("en");
        given().accept("text/html")
                .header("Accept-Language", language)
                .get(full)
                .then()
                .statusCode(200)
                .body(containsString(
                        english ? "<dt>Credits earned</dt><dd><bdi>1.5</bdi>" : "<dt>Créditos obtenidos</dt>"))
                .body(containsString("<bdi>Spring</bdi>"))
                .body(containsString("<bdi>Lead</bdi>"))
                .body(containsString("<bdi>L-17</bdi>"))
                .body(containsString("<strong><bdi>Ada Lovelace</bdi></strong>"))
                .body(containsString("A plan — Six weeks · Lesson"))
                .body(containsString(english ? "<dt>Awarded on</dt>" : "<dt>Otorgada el</dt>"));
        try (PDDocument pdf = Loader.loadPDF(
                given().header("Accept-Language", language).get(full + ".pdf").asByteArray())) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                    .contains("Ada Lovelace", english ? "VALID FROM January 1, 2025" : "1 de enero de 2025");
        }
    }

    private static ValidatableResponse read(String address, String accept, String agent) {
        return given().accept(accept)
                .header("User-Agent", agent)
                .get(address)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse packed(String address, String accept) {
        return given().config(RestAssuredConfig.config()
                        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                .accept(accept)
                .header("Accept-Encoding", "gzip")
                .get(address)
                .then()
                .statusCode(200);
    }
}
