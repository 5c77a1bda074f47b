package org.laurel.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;

/** All that an issuer has hosted, as a folder of static files. */
@ServiceTest
class ArchiveTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void holds_every_form_of_every_badge_byte_for_byte() throws IOException {
        String issuer = Calls.issuer("{}");
        String achievement = Calls.published(issuer);
        String badge = Calls.award(issuer, achievement).path("credential.id");
        String id = badge.substring(badge.lastIndexOf('/') + 1);

        Map<String, byte[]> files = archive(issuer, "");
        String path = "credentials/" + id;
        for (String form : List.of("json", "jwt", "png", "svg")) {
            byte[] hosted = RestAssured.get("/" + path + "." + form).asByteArray();
            assertThat(files.get(path + "." + form)).as(form).isEqualTo(hosted);
        }
        assertThat(text(files, path + ".pdf")).startsWith("%PDF-");
        assertThat(files)
                .containsKeys(
                        path + "/index.html",
                        path + "/card.png",
                        path + "/qr.svg",
                        "achievements/" + achievement + "/index.html",
                        "achievements/" + achievement + ".json",
                        "issuers/" + issuer + "/index.html",
                        "issuers/" + issuer + "/did.json",
                        ".well-known/jwks.json",
                        "assets/laurel.css",
                        "index.html",
                        "README.txt");
        JsonNode account = JSON.readTree(files.get("archive.json"));
        assertThat(account.path("credentials").intValue()).isEqualTo(1);
        assertThat(account.path("achievements").intValue()).isEqualTo(1);
        assertThat(account.at("/statusLists/0/purpose").textValue()).isEqualTo("revocation");
        assertThat(text(files, "README.txt")).contains("location /status/ { default_type application/json;");
    }

    @Test
    void a_page_of_it_tells_only_what_no_later_day_can_change() throws IOException {
        String issuer = Calls.issuer("{}");
        String achievement = Calls.published(issuer);
        io.restassured.response.Response kept = Calls.award(issuer, achievement);
        String revoked = Calls.admin()
                .body("{\"achievement\":\"" + achievement + "\",\"recipient\":{\"email\":\"bo@example.org\"}}")
                .post("/api/v1/issuers/" + issuer + "/awards")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Calls.admin()
                .body("{\"reason\":\"test\"}")
                .post("/api/v1/awards/" + revoked + "/revoke")
                .then()
                .statusCode(200);
        String revokedBadge = Calls.admin().get("/api/v1/awards/" + revoked).path("credential.id");

        Map<String, byte[]> files = archive(issuer, "?forms=json");
        assertThat(files.keySet()).noneMatch(name -> name.startsWith("images/"));
        assertThat(page(files, kept.path("credential.id")))
                .contains("<strong>Cannot tell</strong>")
                .contains("On that day the badge was verified.")
                .doesNotContain("<strong>Verified</strong>")
                .doesNotContain("href=\"/verify");
        assertThat(page(files, revokedBadge)).contains("<strong>Revoked</strong>");
    }

    @Test
    void its_status_lists_tell_nothing_after_a_while() throws IOException {
        String issuer = Calls.issuer("{}");
        Calls.award(issuer, Calls.published(issuer));
        Instant before = Instant.now();

        Map<String, byte[]> files = archive(issuer, "?forms=json&statusFor=P1D");
        String list = files.keySet().stream()
                .filter(name -> name.matches("status/[0-9-]+"))
                .findFirst()
                .orElseThrow();
        Instant until =
                Instant.parse(JSON.readTree(files.get(list)).path("validUntil").textValue());
        assertThat(until)
                .isBetween(
                        before.plus(Duration.ofDays(1)).minusSeconds(2),
                        Instant.now().plus(Duration.ofDays(1)));
        assertThat(files.get(list + ".json")).isEqualTo(files.get(list));
        RestAssured.given()
                .contentType("application/json")
                .body(files.get(list))
                .post("/verify")
                .then()
                .body("checks.find { it.id == 'proof' }.outcome", equalTo("passed"));
        JsonNode served = JSON.readTree(RestAssured.get("/" + list).asByteArray());
        assertThat(served.has("validUntil"))
                .as("the list that is renewed at its address")
                .isFalse();
    }

    @Test
    void holds_what_the_organisation_says_of_others() throws IOException {
        String issuer = Calls.issuer("{}");
        String subject =
                Calls.admin().get("/api/v1/issuers/" + Calls.issuer("{}")).path("did");
        String endorsement = Calls.admin()
                .body("{\"subject\":\"" + subject + "\",\"comment\":\"They teach our teachers.\"}")
                .post("/api/v1/issuers/" + issuer + "/endorsements")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        Map<String, byte[]> files = archive(issuer, "?forms=json");
        String path = "endorsements/" + endorsement;
        for (String form : List.of(".json", ".jwt")) {
            assertThat(files.get(path + form))
                    .isEqualTo(RestAssured.get("/" + path + form).asByteArray());
        }
        assertThat(JSON.readTree(files.get("archive.json")).path("endorsements").intValue())
                .isEqualTo(1);
        assertThat(text(files, "index.html")).contains("<dt>Endorsements that it made</dt><dd>1</dd>");
    }

    @Test
    void every_wrong_parameter_is_named() {
        String issuer = Calls.issuer("{}");
        Calls.admin()
                .get("/api/v1/issuers/" + issuer + "/archive?forms=gif&language=fr&paper=a5&statusFor=P30D")
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("?forms", "?language", "?paper", "?statusFor")));
        Calls.admin()
                .get("/api/v1/issuers/nobody/archive")
                .then()
                .statusCode(404)
                .contentType(containsString("application/problem+json"));
    }

    @Test
    void badges_of_who_was_erased_are_left_out() throws IOException {
        String issuer = Calls.issuer("{}");
        io.restassured.response.Response award = Calls.award(issuer, Calls.published(issuer));
        String recipient = award.path("recipient.id");
        Calls.admin().delete("/api/v1/recipients/" + recipient).then().statusCode(204);

        assertThat(archive(issuer, "?forms=json").keySet()).noneMatch(name -> name.startsWith("credentials/"));
    }

    private static String page(Map<String, byte[]> files, String badge) {
        return text(files, "credentials/" + badge.substring(badge.lastIndexOf('/') + 1) + "/index.html");
    }

    private static String text(Map<String, byte[]> files, String name) {
        assertThat(files).containsKey(name);
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> archive(String issuer, String query) throws IOException {
        byte[] zip = Calls.admin()
                .get("/api/v1/issuers/" + issuer + "/archive" + query)
                .then()
                .statusCode(200)
                .contentType("application/zip")
                .header("Content-Disposition", containsString(issuer))
                .extract()
                .asByteArray();
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                assertThat(files.put(entry.getName(), in.readAllBytes())).isNull();
            }
        }
        return files;
    }
}
