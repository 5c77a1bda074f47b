package org.laurel.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.boot.TestDatabase;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;

/** Every refusal has one shape, and only what is public is open to other origins' pages. */
@ServiceTest
class FrontDoorTest {

    @Test
    void the_frameworks_refusals_have_the_shape_of_ours() {
        refused(given().get("/no/such/address"), 404, "not-found");
        refused(Calls.admin().get("/api/v1/no-such-address"), 404, "not-found");
        refused(given().delete("/credentials/1-abc"), 405, "method-not-allowed");
        refused(Calls.admin().delete("/api/v1/issuers"), 405, "method-not-allowed");
        refused(
                given().header("Authorization", "Bearer " + TestDatabase.ADMIN_TOKEN)
                        .contentType("text/xml")
                        .body("<a/>")
                        .post("/api/v1/issuers"),
                415,
                "unsupported-media-type");
        refused(Calls.admin().body("{").post("/api/v1/issuers"), 400, "malformed");
    }

    @Test
    void refusals_of_the_door_itself_name_no_insides() {
        String text = given().get("/no/such/address").asString();
        assertThat(text).doesNotContain("org.", "io.quarkus", "Exception");
    }

    @Test
    void what_is_public_is_open_to_pages_of_other_origins() {
        for (String path : List.of("/.well-known/jwks.json", "/openapi", "/status/1-1", "/credentials/1-abc")) {
            Response response =
                    given().header("Origin", "https://elsewhere.example").get(path);
            assertThat(response.header("Access-Control-Allow-Origin")).as(path).isEqualTo("*");
            assertThat(response.header("Access-Control-Allow-Credentials"))
                    .as(path)
                    .isNull();
            assertThat(response.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
        }
        given().header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "POST")
                .options("/verify")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", equalTo("*"));
    }

    @Test
    void what_is_not_public_is_closed_to_them() {
        for (String path : List.of("/api/v1/issuers", "/docs", "/console")) {
            assertThat(given().header("Origin", "https://elsewhere.example")
                            .get(path)
                            .header("Access-Control-Allow-Origin"))
                    .as(path)
                    .isNull();
        }
        assertThat(given().header("Origin", "https://elsewhere.example")
                        .header("Access-Control-Request-Method", "POST")
                        .options("/api/v1/issuers")
                        .header("Access-Control-Allow-Origin"))
                .isNull();
    }

    private static void refused(Response response, int status, String type) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).as(response.asString()).isEqualTo("application/problem+json");
        assertThat(response.<String>path("type")).isEqualTo("/problems#" + type);
        assertThat(response.<String>path("title")).isNotBlank();
        assertThat(response.<String>path("detail")).isNotBlank();
    }
}
