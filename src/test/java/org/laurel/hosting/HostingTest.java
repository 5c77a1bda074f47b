package org.laurel.hosting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;

/** What the public gets, in which form, for how long. */
@ServiceTest
class HostingTest {

    @Test
    void a_badge_comes_in_the_form_that_is_asked_for() {
        String issuer = Calls.issuer("{}");
        String path = path(Calls.award(issuer, Calls.published(issuer)));
        String json = given().get(path).asString();
        for (String type :
                List.of("application/json", "application/ld+json", "application/vc", "application/vc+ld+json")) {
            Response response = given().accept(type).get(path);
            assertThat(response.contentType()).isEqualTo(type);
            assertThat(response.header("Vary")).contains("Accept");
            assertThat(response.asString()).isEqualTo(json);
        }
        String jwt = given().accept("*/*")
                .get(path + ".jwt")
                .then()
                .contentType(startsWith("text/plain"))
                .extract()
                .asString();
        for (String type : List.of("application/vc+jwt", "application/jwt")) {
            Response response = given().accept(type).get(path);
            assertThat(response.contentType()).isEqualTo(type);
            assertThat(response.asString()).isEqualTo(jwt);
        }
        given().accept("text/html,application/xhtml+xml,*/*;q=0.8")
                .get(path)
                .then()
                .contentType(startsWith("text/html"))
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("Verified"))
                .body(containsString("class=\"check passed\""));
        given().accept("image/tiff").get(path).then().statusCode(406);
    }

    @Test
    void a_known_tag_saves_the_bytes_and_strangers_pages_may_read() {
        String issuer = Calls.issuer("{}");
        String path = path(Calls.award(issuer, Calls.published(issuer))) + ".json";
        String tag = given().get(path).header("ETag");
        given().header("If-None-Match", tag).get(path).then().statusCode(304).header("ETag", tag);
        given().get(path).then().header("Access-Control-Allow-Origin", "*").header("X-Content-Type-Options", "nosniff");
        assertThat(Calls.admin().get("/api/v1/issuers").header("Access-Control-Allow-Origin"))
                .isNull();
    }

    @Test
    void an_erased_person_leaves_nothing_readable() {
        String issuer = Calls.issuer("{}");
        Response award = Calls.award(issuer, Calls.published(issuer));
        List<String> pictures = List.of(".png", ".svg", ".pdf", "/card.png");
        pictures.forEach(ending -> given().get(path(award) + ending).then().statusCode(200));
        Calls.admin()
                .delete("/api/v1/recipients/" + award.path("recipient.id"))
                .then()
                .statusCode(204);
        given().get(path(award)).then().statusCode(410);
        given().get(path(award) + ".jwt").then().statusCode(410);
        pictures.forEach(ending -> given().get(path(award) + ending).then().statusCode(410));
        given().accept("text/html")
                .get(path(award))
                .then()
                .statusCode(410)
                .body(containsString("This badge was erased"));
        Calls.admin()
                .get("/api/v1/awards/" + award.path("id"))
                .then()
                .statusCode(200)
                .body("state", equalTo("erased"))
                .body("recipient.email", equalTo(null));
        Calls.admin()
                .delete("/api/v1/recipients/" + award.path("recipient.id"))
                .then()
                .statusCode(404);
    }

    @Test
    void keys_are_published_and_stay_so() {
        String issuer = Calls.issuer("{}");
        String id = Calls.admin().get("/api/v1/issuers/" + issuer + "/keys").path("items[0].id");
        Calls.admin()
                .post("/api/v1/issuers/" + issuer + "/keys/" + id + "/rotate")
                .then()
                .statusCode(201);
        Response document = given().get("/issuers/" + issuer + "/did.json");
        document.then()
                .contentType("application/did+json")
                .body("id", equalTo("did:web:localhost%3A18081:issuers:" + issuer))
                .body("verificationMethod.size()", equalTo(6))
                .body("assertionMethod.size()", equalTo(6))
                .body("verificationMethod.type", hasItem("Multikey"));
        given().get("/.well-known/jwks.json")
                .then()
                .contentType("application/jwk-set+json")
                .body("keys.iss", hasItem(document.<String>path("id")));
        Calls.admin()
                .body("{\"compromised\":false}")
                .post("/api/v1/issuers/" + issuer + "/keys/"
                        + Calls.admin()
                                .get("/api/v1/issuers/" + issuer + "/keys")
                                .path("items[1].id") + "/retire")
                .then()
                .statusCode(409);
    }

    @Test
    void an_issuer_and_a_published_achievement_have_pages_and_documents() {
        String issuer = Calls.issuer("{}");
        String draft = Calls.draft(issuer);
        given().get("/achievements/" + draft).then().statusCode(404);
        Calls.admin().post("/api/v1/achievements/" + draft + "/publish").then().statusCode(200);
        given().get("/achievements/" + draft).then().statusCode(200).body("type", equalTo(List.of("Achievement")));
        given().accept("text/html").get("/achievements/" + draft).then().contentType(startsWith("text/html"));
        given().accept("text/html").get("/issuers/" + issuer).then().contentType(startsWith("text/html"));
        given().get("/issuers/" + issuer).then().body("type", equalTo(List.of("Profile")));
        String id = Calls.admin().get("/api/v1/issuers/" + issuer).path("id");
        given().redirects()
                .follow(false)
                .get("/issuers/" + id)
                .then()
                .statusCode(308)
                .header("Location", containsString(issuer));
        given().accept("text/html").get("/").then().statusCode(200);
        given().accept("text/html").get("/problems").then().statusCode(200).body(containsString("not-found"));
    }

    @Test
    void a_status_list_is_signed_in_both_forms_and_changes_with_a_revocation() {
        String issuer = Calls.issuer("{}");
        Response award = Calls.award(issuer, Calls.published(issuer));
        String list = given().get(path(award)).path("credentialStatus.statusListCredential");
        String before = given().get(list)
                .then()
                .body("type", hasItem("BitstringStatusListCredential"))
                .extract()
                .path("credentialSubject.encodedList");
        given().accept("application/vc+jwt").get(list).then().statusCode(200).body(startsWith("eyJ"));
        Calls.admin()
                .body("{\"reason\":\"x\"}")
                .post("/api/v1/awards/" + award.path("id") + "/revoke")
                .then()
                .statusCode(200);
        String after = given().get(list).path("credentialSubject.encodedList");
        assertThat(after).isNotEqualTo(before);
        given().get("/status/999999-1").then().statusCode(404);
        given().get("/status/x").then().statusCode(404);
    }

    private static String path(Response award) {
        return award.<String>path("credential.url").replace("http://localhost:18081", "");
    }
}
