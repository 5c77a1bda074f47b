package org.laurel.issuing.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;

@ServiceTest
class IssuerResourceTest {

    @Test
    void a_new_issuer_has_its_did_its_settings_and_says_who_waived_the_screening() {
        String slug = Calls.issuer("{\"suspension\":true}");
        Response read = Calls.admin().get("/api/v1/issuers/" + slug);
        read.then()
                .statusCode(200)
                .header("ETag", equalTo("\"v1\""))
                .body("did", equalTo("did:web:localhost%3A18081:issuers:" + slug))
                .body("profile.id", equalTo("did:web:localhost%3A18081:issuers:" + slug))
                .body("url", equalTo("http://localhost:18081/issuers/" + slug))
                .body("screening", equalTo("waived"))
                .body("screeningBy", equalTo("administrator"))
                .body("settings.suspension", equalTo(true))
                .body("settings.ecdsaProof", equalTo(false))
                .body("settings.jwtAlgorithm", equalTo("ES256"));
        assertThat(Calls.admin().get("/api/v1/issuers/" + read.path("id")).asString())
                .isEqualTo(read.asString());
    }

    @Test
    void a_write_needs_the_tag_of_what_was_read() {
        String path = "/api/v1/issuers/" + Calls.issuer("{}");
        String body = "{\"name\":\"Renamed\"}";
        Calls.admin().body(body).put(path).then().statusCode(428);
        Calls.admin().header("If-Match", "\"v9\"").body(body).put(path).then().statusCode(412);
        Calls.admin()
                .header("If-Match", "\"v1\"")
                .body(body)
                .put(path)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"v2\""))
                .body("profile.name", equalTo("Renamed"));
        Calls.admin().header("If-Match", "\"v1\"").body(body).put(path).then().statusCode(412);
    }

    @Test
    void the_slug_is_for_ever() {
        String slug = Calls.issuer("{}");
        Calls.admin()
                .header("If-Match", "\"v1\"")
                .body("{\"slug\":\"another-" + slug + "\",\"name\":\"N\"}")
                .put("/api/v1/issuers/" + slug)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/slug"))
                .body("errors.code", contains("immutable"));
        Calls.admin()
                .header("If-Match", "\"v1\"")
                .body("{\"slug\":\"" + slug + "\",\"name\":\"N\"}")
                .put("/api/v1/issuers/" + slug)
                .then()
                .statusCode(200);
    }

    @Test
    void every_fault_of_a_request_is_named_at_once() {
        Calls.admin()
                .body("{\"slug\":\"Oak Hill\",\"nmae\":\"typo\",\"url\":\"no url\",\"email\":\"nobody\"}")
                .post("/api/v1/issuers")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.pointer", containsInAnyOrder("/slug", "/nmae", "/name", "/url", "/email"));
    }

    @Test
    void an_issuer_that_is_not_there_is_not_found() {
        Calls.admin()
                .get("/api/v1/issuers/nobody-here")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems#not-found"));
    }

    @Test
    void a_list_leads_from_page_to_page_until_its_end() {
        List<String> made = List.of(Calls.issuer("{}"), Calls.issuer("{}"), Calls.issuer("{}"));
        List<String> seen = new ArrayList<>();
        String path = "/api/v1/issuers?limit=2";
        for (int pages = 0; pages < 100; pages++) {
            Response page = Calls.admin().urlEncodingEnabled(false).get(path);
            page.then().statusCode(200);
            seen.addAll(page.path("items.slug"));
            String next = page.path("next");
            if (next == null) {
                assertThat(page.header("Link")).isNull();
                break;
            }
            page.then().header("Link", containsString("rel=\"next\"")).header("Link", containsString("limit=2"));
            assertThat(page.header("Link")).contains(next);
            path = "/api/v1/issuers?limit=2&cursor=" + next;
        }
        assertThat(seen).doesNotHaveDuplicates().containsAll(made);
    }
}
