package org.laurel.journey;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;

/** Issuers, their keys and clients, and micro-credentials: made, read, replaced. */
@ServiceTest
class DefinitionsTest {
    private static final String NEXT =
            "{\"name\":\"B\",\"description\":\"D\",\"criteria\":{\"narrative\":\"C\"},\"directAward\":true}";

    @Test
    void an_issuer_has_a_did_two_keys_and_a_waived_screening() {
        String slug = Calls.issuer("{}");
        Response issuer = Calls.admin().get("/api/v1/issuers/" + slug);
        issuer.then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("slug", equalTo(slug))
                .body("did", equalTo("did:web:localhost%3A18081:issuers:" + slug))
                .body("url", endsWith("/issuers/" + slug))
                .body("screening", equalTo("waived"))
                .body("screeningBy", equalTo("administrator"))
                .body("profile.name", equalTo("Issuer"));
        Calls.admin()
                .get("/api/v1/issuers/" + issuer.path("id"))
                .then()
                .statusCode(200)
                .body("slug", equalTo(slug));
        Calls.admin()
                .get("/api/v1/issuers/" + slug + "/keys")
                .then()
                .body("items.algorithm", hasItems("ES256", "EdDSA"))
                .body("items", hasSize(2))
                .body(not(containsString("\"d\":")));
    }

    @Test
    void an_issuer_is_replaced_by_whoever_read_its_newest_state() {
        String slug = Calls.issuer("{}");
        String path = "/api/v1/issuers/" + slug;
        String tag = Calls.admin().get(path).header("ETag");
        Calls.admin()
                .header("If-Match", tag)
                .body("{\"name\":\"Renamed\",\"settings\":{\"jwtAlgorithm\":\"EdDSA\"}}")
                .put(path)
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(tag)))
                .body("profile.name", equalTo("Renamed"))
                .body("settings.jwtAlgorithm", equalTo("EdDSA"));
        Calls.admin()
                .header("If-Match", tag)
                .body("{\"name\":\"Lost\"}")
                .put(path)
                .then()
                .statusCode(412);
        Calls.admin().get(path).then().body("profile.name", equalTo("Renamed"));
    }

    @Test
    void a_key_is_made_rotated_and_retired_and_a_client_shows_its_token_once() {
        String path = "/api/v1/issuers/" + Calls.issuer("{}");
        Response made = Calls.admin().body("{\"algorithm\":\"EdDSA\"}").post(path + "/keys");
        made.then().statusCode(201).body("state", equalTo("active"));
        Calls.admin()
                .body("{\"compromised\":true}")
                .post(path + "/keys/" + made.path("id") + "/retire")
                .then()
                .statusCode(200)
                .body("items.state", hasItem("compromised"));
        Calls.admin().post(path + "/keys/" + made.path("id") + "/rotate").then().statusCode(409);
        Response client = Calls.admin()
                .body("{\"name\":\"LMS\",\"scopes\":[\"award:create\"]}")
                .post(path + "/clients");
        client.then().statusCode(201).body("token", notNullValue());
        Calls.admin()
                .get(path + "/clients")
                .then()
                .body("items.name", hasItem("LMS"))
                .body(not(containsString(client.<String>path("token"))));
    }

    @Test
    void a_draft_is_replaced_published_and_then_frozen() {
        String issuer = Calls.issuer("{}");
        String path = "/api/v1/achievements/" + Calls.draft(issuer);
        Response draft = Calls.admin().get(path);
        draft.then().body("state", equalTo("draft")).body("review", nullValue());
        Calls.admin()
                .header("If-Match", draft.header("ETag"))
                .body(NEXT)
                .put(path)
                .then()
                .statusCode(200)
                .body("achievement.name", equalTo("B"))
                .body("achievement.id", equalTo(draft.path("achievement.id")));
        Calls.admin()
                .post(path + "/publish")
                .then()
                .statusCode(200)
                .body("state", equalTo("published"))
                .body("review", equalTo("waived"))
                .body("reviewBy", equalTo("administrator"))
                .body("publishedAt", notNullValue());
        Calls.admin().header("If-Match", "*").body(NEXT).put(path).then().statusCode(409);
    }

    @Test
    void a_next_version_has_an_id_of_its_own_and_names_the_one_before() {
        String issuer = Calls.issuer("{}");
        String first = Calls.published(issuer);
        Response second = Calls.admin().body(NEXT).post("/api/v1/achievements/" + first + "/versions");
        second.then()
                .statusCode(201)
                .header("Location", endsWith("/api/v1/achievements/" + second.path("id")))
                .body("id", not(equalTo(first)))
                .body("state", equalTo("draft"))
                .body("previousVersion", equalTo(first))
                .body("achievement.related[0].id", containsString(first));
        String list = "/api/v1/issuers/" + issuer + "/achievements";
        Calls.admin().get(list).then().body("items", hasSize(2));
        Calls.admin().get(list + "?state=draft").then().body("items.id", equalTo(List.of(second.<String>path("id"))));
        Calls.admin().get(list + "?state=published").then().body("items.id", equalTo(List.of(first)));
    }

    @Test
    void what_needs_evidence_cannot_be_awarded_directly() {
        String issuer = Calls.issuer("{}");
        String id = Calls.admin()
                .body(NEXT.replace("true", "false"))
                .post("/api/v1/issuers/" + issuer + "/achievements")
                .path("id");
        Calls.admin().post("/api/v1/achievements/" + id + "/publish").then().statusCode(200);
        Calls.admin()
                .body("{\"achievement\":\"" + id + "\",\"recipient\":{\"email\":\"b@example.org\"}}")
                .post("/api/v1/issuers/" + issuer + "/awards")
                .then()
                .statusCode(422)
                .body("errors.code", equalTo(List.of("no-direct-award")));
    }

    @Test
    void the_audit_says_who_did_what_and_nothing_personal() {
        String issuer = Calls.issuer("{}");
        Response award = Calls.award(issuer, Calls.published(issuer));
        Calls.admin()
                .get("/api/v1/issuers/" + issuer + "/events")
                .then()
                .statusCode(200)
                .body("items.actor", hasItem("administrator"))
                .body("items.type", hasItem("credential.awarded"))
                .body("items.subject", hasItem(award.<String>path("id")))
                .body(not(containsString("ada@example.org")));
    }
}
