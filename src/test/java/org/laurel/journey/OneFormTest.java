package org.laurel.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.document.carrier.CarrierException;
import org.laurel.document.carrier.PngCarrier;
import org.laurel.document.carrier.SvgCarrier;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;

/** An issuer may sign its badges in one form only: then that is what everybody gets, in whatever carries it. */
@ServiceTest
class OneFormTest {

    @ParameterizedTest
    @CsvSource({"json, jwt", "jwt, json"})
    void a_badge_is_hosted_in_the_form_that_was_signed(String form, String other) {
        Response award = award(form);
        award.then().body("credential.formats", equalTo(List.of(form, "png", "svg", "pdf")));
        Calls.admin()
                .get("/api/v1/awards/" + award.path("id"))
                .then()
                .body("credential.formats", equalTo(List.of(form, "png", "svg", "pdf")));
        String url = award.path("credential.url");
        String signed =
                given().get(url + "." + form).then().statusCode(200).extract().asString();
        given().accept("*/*").get(url).then().statusCode(200).body(equalTo(signed));
        given().get(url).then().statusCode(200).body(equalTo(signed));
        given().get(url + "." + other)
                .then()
                .statusCode(406)
                .contentType("application/problem+json")
                .body("detail", containsString("add ." + form + " to its address"));
        String wanted = other.equals("json") ? "application/ld+json" : "application/vc+jwt";
        given().accept(wanted).get(url).then().statusCode(406);
        given().accept(wanted + ", text/html;q=0.5")
                .get(url)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/html"));
        String tag = given().get(url).header("ETag");
        given().header("If-None-Match", tag).get(url).then().statusCode(304);
    }

    @ParameterizedTest
    @CsvSource({"json, jwt", "jwt, json"})
    void whatever_carries_it_verifies(String form, String other) throws CarrierException {
        String url = award(form).path("credential.url");
        for (String address : List.of(url, url + "." + form, url + ".png", url + ".svg", url + ".pdf")) {
            verified(given().accept("application/json")
                    .queryParam("url", address)
                    .get("/verify"));
        }
        String signed = given().get(url + "." + form).asString();
        byte[] png = given().get(url + ".png").asByteArray();
        byte[] svg = given().get(url + ".svg").asByteArray();
        assertThat(PngCarrier.find(png).orElseThrow().text()).isEqualTo(signed);
        assertThat(SvgCarrier.find(svg).orElseThrow().text()).isEqualTo(signed);
        verified(given().accept("application/json")
                .contentType("application/pdf")
                .body(given().get(url + ".pdf").asByteArray())
                .post("/verify"));
        given().get(url + "/card.png").then().statusCode(200).contentType("image/png");
        given().accept("text/html")
                .get(url)
                .then()
                .body(containsString("Verified"))
                .body(containsString("<title>A · Issuer</title>"))
                .body(containsString(url + "." + form + "\""))
                .body(not(containsString(url + "." + other + "\"")));
        given().queryParam("url", url).get("/oembed").then().statusCode(200).body("title", equalTo("A"));
    }

    @ParameterizedTest
    @CsvSource({"json, jwt", "jwt, json"})
    void archives_and_exports_hold_it_and_not_the_other(String form, String other) throws IOException {
        Response award = award(form);
        String issuer = Calls.admin().get("/api/v1/awards/" + award.path("id")).path("issuer");
        List<byte[]> archives = List.of(
                Calls.admin().get("/api/v1/issuers/" + issuer + "/archive").asByteArray(),
                Calls.admin()
                        .accept("application/zip")
                        .get("/api/v1/recipients/" + award.path("recipient.id") + "/export")
                        .asByteArray());
        String id = award.path("credential.id");
        for (byte[] archive : archives) {
            List<String> names = names(archive);
            assertThat(names).anyMatch(name -> name.endsWith(id + "." + form));
            assertThat(names).anyMatch(name -> name.endsWith(id + ".pdf"));
            assertThat(names).noneMatch(name -> name.endsWith(id + "." + other));
        }
    }

    private static List<String> names(byte[] archive) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    @ParameterizedTest
    @CsvSource({"json", "jwt"})
    void it_is_renewed_and_erased_like_others(String form) {
        Response award = award(form);
        Response renewed = Calls.admin().post("/api/v1/awards/" + award.path("id") + "/renew");
        renewed.then().statusCode(201).body("credential.formats[0]", equalTo(form));
        verified(given().accept("application/json")
                .queryParam("url", (String) renewed.path("credential.url"))
                .get("/verify"));
        Calls.admin()
                .delete("/api/v1/recipients/" + award.path("recipient.id"))
                .then()
                .statusCode(204);
        for (Response erased : List.of(award, renewed)) {
            String url = erased.path("credential.url");
            for (String ending : List.of("", "." + form, ".png", ".pdf")) {
                given().get(url + ending).then().statusCode(410);
            }
        }
    }

    @Test
    void later_badges_follow_what_was_settled_later() {
        String issuer = Calls.issuer("{\"formats\":[\"jwt\"]}");
        String achievement = Calls.published(issuer);
        Response first = Calls.award(issuer, achievement);
        Response read = Calls.admin().get("/api/v1/issuers/" + issuer);
        Calls.admin()
                .header("If-Match", read.header("ETag"))
                .body("{\"name\":\"" + read.path("profile.name") + "\",\"settings\":{}}")
                .put("/api/v1/issuers/" + issuer)
                .then()
                .statusCode(200)
                .body("settings.formats", equalTo(List.of("json", "jwt")));
        Response second = Calls.award(issuer, achievement);
        given().get((String) first.path("credential.url") + ".json").then().statusCode(406);
        given().get((String) second.path("credential.url") + ".json").then().statusCode(200);
        given().get((String) second.path("credential.url") + ".jwt").then().statusCode(200);
    }

    @Test
    void another_form_is_refused() {
        for (String formats : List.of("[\"xml\"]", "\"jwt\"", "[1]")) {
            Calls.admin()
                    .body("{\"slug\":\"formless\",\"name\":\"F\",\"settings\":{\"formats\":" + formats + "}}")
                    .post("/api/v1/issuers")
                    .then()
                    .statusCode(422)
                    .contentType("application/problem+json")
                    .body("errors[0].pointer", startsWith("/settings"));
        }
    }

    private static Response award(String form) {
        String issuer = Calls.issuer("{\"formats\":[\"" + form + "\"]}");
        return Calls.award(issuer, Calls.published(issuer));
    }

    private static void verified(Response report) {
        report.then().statusCode(200).body("outcome", equalTo("verified"));
    }
}
