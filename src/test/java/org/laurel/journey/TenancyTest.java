package org.laurel.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;

/** Who may do what: every operation, as nobody, as somebody without the scope, as another tenant. */
@ServiceTest
class TenancyTest {
    private static final List<String> ALL = List.of(
            "issuer:read",
            "issuer:write",
            "key:write",
            "client:write",
            "achievement:read",
            "achievement:write",
            "award:read",
            "award:create",
            "award:revoke",
            "recipient:erase",
            "event:read");

    @Test
    void every_operation_refuses_nobody_and_whoever_lacks_its_scope() throws Exception {
        String issuer = Calls.issuer("{}");
        int walked = 0;
        for (Map.Entry<String, JsonNode> path :
                Calls.apiDocument().path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                String scope = operation.getValue().path("x-laurel-scope").asText("");
                if (scope.isEmpty()) {
                    assertThat(path.getKey()).as("open").doesNotStartWith("/api/");
                    continue;
                }
                assertRefusals(operation.getKey(), path.getKey().replaceAll("\\{[^}]*}", issuer), scope, issuer);
                walked++;
            }
        }
        assertThat(walked).isGreaterThan(20);
    }

    private static void assertRefusals(String method, String path, String scope, String issuer) {
        RestAssured.given()
                .contentType("application/json")
                .request(method.toUpperCase(java.util.Locale.ROOT), path)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("Bearer"));
        String other = scope.equals("event:read") ? "issuer:read" : "event:read";
        Calls.as(Calls.client(issuer, List.of(other)))
                .request(method.toUpperCase(java.util.Locale.ROOT), path)
                .then()
                .statusCode(403)
                .body("detail", containsString(scope));
    }

    @Test
    void every_operation_on_another_tenants_resource_finds_nothing() throws Exception {
        String theirs = Calls.issuer("{}");
        Response award = Calls.award(theirs, Calls.published(theirs));
        Calls.client(theirs, ALL);
        String key = Calls.admin().get("/api/v1/issuers/" + theirs + "/keys").path("items[0].id");
        String client =
                Calls.admin().get("/api/v1/issuers/" + theirs + "/clients").path("items[0].id");
        String stranger = Calls.client(Calls.issuer("{}"), ALL);
        int walked = 0;
        String webhook = webhook(theirs);
        for (Map.Entry<String, JsonNode> path :
                Calls.apiDocument().path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                String scope = operation.getValue().path("x-laurel-scope").asText("");
                if (!ALL.contains(scope) || !path.getKey().contains("{")) {
                    continue;
                }
                String id = award.path(named(path.getKey()));
                String filled = path.getKey()
                        .replace("{issuer}", theirs)
                        .replace("{key}", key)
                        .replace("{client}", client)
                        .replace("{webhook}", webhook)
                        .replace("{item}", award.path("id"))
                        .replace("{id}", id);
                Response response = Calls.as(stranger)
                        .header("If-Match", "*")
                        .body("{\"reason\":\"x\"}")
                        .request(operation.getKey().toUpperCase(java.util.Locale.ROOT), filled);
                assertThat(response.statusCode())
                        .as(operation.getKey() + " " + filled)
                        .isEqualTo(404);
                walked++;
            }
        }
        assertThat(walked).isGreaterThan(18);
        Response left = Calls.admin().get("/api/v1/awards/" + award.path("id"));
        left.then().statusCode(200).body("state", org.hamcrest.Matchers.equalTo("issued"));
    }

    /** One that is told nothing; gives its id. */
    private static String webhook(String issuer) {
        return Calls.admin()
                .body("{\"url\":\"https://lms.example.org/laurel\",\"types\":[\"nothing.*\"]}")
                .post("/api/v1/issuers/" + issuer + "/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Which member of an award holds the id that a path asks for. */
    private static String named(String path) {
        if (path.contains("/awards/")) {
            return "id";
        }
        return path.contains("/recipients/") ? "recipient.id" : "achievement";
    }

    @Test
    void another_tenants_resources_do_not_exist() {
        String mine = Calls.issuer("{}");
        String theirs = Calls.issuer("{}");
        String achievement = Calls.published(theirs);
        Response award = Calls.award(theirs, achievement);
        String token = Calls.client(mine, ALL);
        List<String> hidden = List.of(
                "/api/v1/issuers/" + theirs,
                "/api/v1/issuers/" + theirs + "/keys",
                "/api/v1/issuers/" + theirs + "/clients",
                "/api/v1/issuers/" + theirs + "/awards",
                "/api/v1/issuers/" + theirs + "/achievements",
                "/api/v1/issuers/" + theirs + "/events",
                "/api/v1/issuers/" + theirs + "/letters",
                "/api/v1/issuers/" + theirs + "/webhooks",
                "/api/v1/achievements/" + achievement,
                "/api/v1/awards/" + award.<String>path("id"));
        for (String path : hidden) {
            assertThat(Calls.as(token).get(path).statusCode()).as(path).isEqualTo(404);
            assertThat(Calls.admin().get(path).statusCode()).as(path).isEqualTo(200);
        }
        Calls.as(token)
                .delete("/api/v1/recipients/" + award.path("recipient.id"))
                .then()
                .statusCode(404);
        Calls.as(token)
                .body("{\"reason\":\"x\"}")
                .post("/api/v1/awards/" + award.path("id") + "/revoke")
                .then()
                .statusCode(404);
        List<String> slugs = Calls.as(token).get("/api/v1/issuers").path("items.slug");
        assertThat(slugs).containsExactly(mine);
    }

    @Test
    void a_removed_client_is_out_at_once_and_gives_no_scope_it_lacks() {
        String issuer = Calls.issuer("{}");
        String token = Calls.client(issuer, List.of("client:write", "issuer:read"));
        Calls.as(token).get("/api/v1/issuers/" + issuer).then().statusCode(200);
        Calls.as(token)
                .body("{\"name\":\"C\",\"scopes\":[\"award:create\"]}")
                .post("/api/v1/issuers/" + issuer + "/clients")
                .then()
                .statusCode(422);
        String id = Calls.admin().get("/api/v1/issuers/" + issuer + "/clients").path("items[0].id");
        Calls.admin()
                .delete("/api/v1/issuers/" + issuer + "/clients/" + id)
                .then()
                .statusCode(204);
        Calls.as(token).get("/api/v1/issuers/" + issuer).then().statusCode(401);
    }
}
