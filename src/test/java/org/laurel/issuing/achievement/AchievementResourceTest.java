package org.laurel.issuing.achievement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.SampleVocabulary;
import org.laurel.fixture.ServiceTest;
import org.laurel.shared.json.JsonColumns;

@ServiceTest
class AchievementResourceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void the_fullest_achievement_comes_back_with_nothing_dropped() throws IOException {
        ObjectNode full = JsonColumns.tree(SampleVocabulary.fullestAchievement());
        full.remove("id");
        ObjectNode body = full.deepCopy();
        body.remove("type");
        body.put("directAward", true);
        Response made = Calls.admin().body(body.toString()).post(list(Calls.issuer("{}")));
        made.then().statusCode(201).body("state", equalTo("draft"));
        assertThat(withoutId(made.asString(), "achievement")).isEqualTo(JSON.readTree(full.toString()));
        Response read = Calls.admin().get(path(made.path("id")));
        assertThat(read.asString()).isEqualTo(made.asString());
        Calls.admin().post(path(made.path("id")) + "/publish").then().statusCode(200);
        String hosted = given().get("/achievements/" + made.path("id")).asString();
        JsonNode document = withoutId(hosted, "");
        ((ObjectNode) document).remove("@context");
        assertThat(document).isEqualTo(JSON.readTree(full.toString()));
    }

    @Test
    void a_draft_changes_with_its_tag_and_a_published_one_never() {
        String id = Calls.draft(Calls.issuer("{}"));
        String body = "{\"name\":\"B\",\"description\":\"D\",\"criteria\":{\"narrative\":\"C\"},\"directAward\":true}";
        Calls.admin().body(body).put(path(id)).then().statusCode(428);
        put(id, "\"v7\"", body).then().statusCode(412);
        put(id, "\"v1\"", body)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"v2\""))
                .body("achievement.name", equalTo("B"));
        Calls.admin()
                .post(path(id) + "/publish")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"v3\""))
                .body("state", equalTo("published"))
                .body("review", equalTo("waived"))
                .body("reviewBy", equalTo("administrator"));
        put(id, "\"v3\"", body).then().statusCode(409);
        Calls.admin().post(path(id) + "/publish").then().statusCode(409);
    }

    @Test
    void the_next_version_has_an_id_of_its_own_and_leads_back() {
        String issuer = Calls.issuer("{}");
        String first = Calls.published(issuer);
        Response next = Calls.admin()
                .body("{\"name\":\"A\",\"description\":\"D\",\"criteria\":{\"narrative\":\"C2\"},\"version\":\"2\"}")
                .post(path(first) + "/versions");
        next.then()
                .statusCode(201)
                .body("state", equalTo("draft"))
                .body("previousVersion", equalTo(first))
                .body("achievement.related.id", contains("http://localhost:18081/achievements/" + first));
        assertThat(next.<String>path("id")).isNotEqualTo(first);
        Calls.admin().get(path(first)).then().body("achievement.criteria.narrative", equalTo("C"));
    }

    @Test
    void a_link_to_the_version_before_outlives_a_change_of_the_draft() {
        String first = Calls.published(Calls.issuer("{}"));
        String body = "{\"name\":\"A\",\"description\":\"D\",\"criteria\":{\"narrative\":\"C2\"}}";
        String next = Calls.admin().body(body).post(path(first) + "/versions").path("id");
        put(next, "\"v1\"", body)
                .then()
                .statusCode(200)
                .body("previousVersion", equalTo(first))
                .body("achievement.related.id", contains("http://localhost:18081/achievements/" + first));
    }

    @Test
    void a_retired_one_stays_public_and_is_awarded_no_more() {
        String issuer = Calls.issuer("{}");
        String id = Calls.published(issuer);
        Calls.admin().post(path(id) + "/retire").then().statusCode(200).body("state", equalTo("retired"));
        Calls.admin().post(path(id) + "/retire").then().statusCode(409);
        given().get("/achievements/" + id).then().statusCode(200);
        Calls.admin()
                .body("{\"achievement\":\"" + id + "\",\"recipient\":{\"email\":\"a@example.org\"}}")
                .post("/api/v1/issuers/" + issuer + "/awards")
                .then()
                .statusCode(422)
                .body("errors.code", contains("not-published"));
    }

    @Test
    void a_list_is_filtered_by_state() {
        String issuer = Calls.issuer("{}");
        String draft = Calls.draft(issuer);
        String published = Calls.published(issuer);
        Calls.admin().get(list(issuer)).then().body("items.id", contains(published, draft));
        Calls.admin().get(list(issuer) + "?state=draft").then().body("items.id", contains(draft));
        Calls.admin().get(list(issuer) + "?state=published").then().body("items.id", contains(published));
        Calls.admin()
                .get(list(issuer) + "?state=perfect")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("?state"));
    }

    private static JsonNode withoutId(String json, String member) throws IOException {
        JsonNode tree = JSON.readTree(json);
        ObjectNode found = (ObjectNode) (member.isEmpty() ? tree : tree.path(member));
        found.remove("id");
        return found;
    }

    private static Response put(String id, String tag, String body) {
        return Calls.admin().header("If-Match", tag).body(body).put(path(id));
    }

    private static String path(String id) {
        return "/api/v1/achievements/" + id;
    }

    private static String list(String issuer) {
        return "/api/v1/issuers/" + issuer + "/achievements";
    }
}
