package org.laurel.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;
import org.laurel.fixture.Templates;
import org.laurel.issuing.template.MicroCredentialTemplate;
import org.laurel.shared.encoding.Hex;
import org.laurel.shared.encoding.Sha256;

/** A micro-credential from a draft on the template through review to a badge. */
@ServiceTest
class TemplateTest {

    @Test
    void an_incomplete_draft_is_told_what_it_lacks_and_a_complete_one_is_reviewed_published_and_endorsed() {
        String owner = Screenings.applicant();
        String slug = Screenings.accepted(owner);
        String id = draft(owner, slug, "{\"title\":\"Feedback\",\"research\":[{\"title\":\"A\"}]}");
        String path = "/api/v1/achievements/" + id;
        Calls.as(owner)
                .get(path + "/completeness")
                .then()
                .statusCode(200)
                .body("complete", equalTo(false))
                .body(
                        "errors.pointer",
                        hasItems("/competency", "/research", "/research/0/claim", "/parts", "/awardRule"))
                .body("errors.detail", hasItem("The competency statement is missing."));
        Calls.as(owner)
                .post(path + "/submit")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/template/parts"));
        save(owner, path, Templates.complete("Feedback that pupils use")).then().statusCode(200);
        Calls.as(owner).get(path + "/completeness").then().body("complete", equalTo(true));
        Calls.as(owner).post(path + "/submit").then().statusCode(200).body("state", equalTo("in-review"));
        save(owner, path, Templates.complete("Late"))
                .then()
                .statusCode(409)
                .body("detail", containsString("in-review"));

        reviewedTwice(owner, path);
        assertPublished(id);
    }

    private static void reviewedTwice(String owner, String path) {
        String reviewer = Screenings.person("reviewer", People.email());
        review(reviewer, path, "request-changes", "[{\"pointer\":\"/research/1\",\"text\":\"Another method.\"}]")
                .then()
                .statusCode(200)
                .body("state", equalTo("changes-requested"));
        Calls.as(owner).get(path + "/reviews").then().body("items[0].comments[0].pointer", equalTo("/research/1"));
        save(owner, path, Templates.complete("Feedback that pupils use")).then().statusCode(200);
        Calls.as(owner).post(path + "/submit").then().statusCode(200).body("round", equalTo(2));
        review(reviewer, path, "publish", "[]")
                .then()
                .statusCode(200)
                .body("state", equalTo("published"))
                .body("review", equalTo("reviewed"));
    }

    private static void assertPublished(String id) {
        Response achievement = given().accept("application/json").get("/achievements/" + id);
        achievement
                .then()
                .statusCode(200)
                .body("endorsementJwt", hasSize(1))
                .body("alignment.targetType", hasItems("ext:ResearchCitation", "ext:MicroCredentialTemplate"))
                .body("resultDescription", hasSize(2))
                .body("fieldOfStudy", equalTo("Mathematics"));
        String url = achievement.path("alignment.find { it.targetType == 'ext:MicroCredentialTemplate' }.targetUrl");
        String json = given().get(url.substring(url.indexOf("/achievements/"))).asString();
        assertThat(url).endsWith(Hex.encode(Sha256.of(json.getBytes(StandardCharsets.UTF_8))));
        String jwt = achievement.path("endorsementJwt[0]");
        given().contentType("text/plain")
                .body(jwt)
                .post("/verify")
                .then()
                .body("verified", equalTo(true))
                .body("credential.types", hasItem("EndorsementCredential"));
    }

    @Test
    void a_badge_of_it_verifies_and_carries_what_the_template_said() {
        String owner = Screenings.applicant();
        String slug = Screenings.accepted(owner);
        String id = published(owner, slug, Templates.complete("Feedback"), true);
        Response award = Calls.award(slug, id);
        Response badge = given().get("/credentials/" + award.path("credential.id") + ".json");
        badge.then()
                .body("credentialSubject.achievement.endorsementJwt", nullValue())
                .body(
                        "credentialSubject.achievement.alignment.targetName",
                        hasItems("The Power of Feedback", "Standard 6: Assessment"));
        given().contentType("application/vc")
                .body(badge.asByteArray())
                .post("/verify")
                .then()
                .body("verified", equalTo(true));
    }

    @Test
    void a_stale_save_is_refused_with_both_versions_and_each_save_is_kept() {
        String owner = Screenings.applicant();
        String slug = Screenings.accepted(owner);
        String path = "/api/v1/achievements/" + draft(owner, slug, "{\"title\":\"One\"}");
        save(owner, path, "{\"title\":\"Two\"}").then().statusCode(200);
        Calls.as(owner)
                .header("If-Match", "\"v1\"")
                .body("{\"template\":{\"title\":\"Three\"}}")
                .put(path)
                .then()
                .statusCode(412)
                .body("yours.title", equalTo("Three"))
                .body("theirs.title", equalTo("Two"));
        Calls.as(owner).get(path + "/saves").then().body("items.template.title", equalTo(List.of("Two", "One")));
        Calls.as(owner)
                .get(path + "/events")
                .then()
                .body("items.type", equalTo(List.of("achievement.created", "achievement.changed")));
    }

    @Test
    void a_stack_that_leads_back_to_itself_is_refused() {
        String owner = Screenings.applicant();
        String slug = Screenings.accepted(owner);
        String first = draft(owner, slug, "{\"title\":\"One\"}");
        String second = draft(owner, slug, "{\"title\":\"Two\",\"stack\":[\"" + first + "\"]}");
        save(owner, "/api/v1/achievements/" + first, "{\"title\":\"One\",\"stack\":[\"" + second + "\"]}")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("cycle"))
                .body("errors[0].pointer", equalTo("/template/stack/0"));
    }

    @Test
    void who_was_let_in_without_screening_is_not_reviewed_and_members_do_not_review_their_own_work() {
        String waived = Calls.issuer("{}");
        String id = Calls.admin()
                .body("{\"template\":" + Templates.complete("Waived") + "}")
                .post("/api/v1/issuers/" + waived + "/achievements")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Calls.admin().post("/api/v1/achievements/" + id + "/submit").then().statusCode(409);

        String owner = Screenings.applicant();
        String slug = Screenings.accepted(owner);
        String path = "/api/v1/achievements/" + draft(owner, slug, Templates.complete("Own"));
        Calls.as(owner).post(path + "/submit").then().statusCode(200);
        String email = People.email();
        String reviewer = Screenings.person("reviewer", email);
        People.use(People.invite("/api/v1/issuers/" + slug + "/members", email, "author"), "{}")
                .then()
                .statusCode(200);
        review(reviewer, path, "publish", "[]").then().statusCode(409).body("detail", containsString("member"));
        Calls.as(owner)
                .body("{\"outcome\":\"publish\",\"comments\":[]}")
                .post(path + "/reviews")
                .then()
                .statusCode(403);
    }

    @Test
    void the_template_says_what_to_write_in_each_of_its_parts() {
        String owner = Screenings.applicant();
        Screenings.accepted(owner);
        Response form = Calls.as(owner).get("/api/v1/programme/template");
        form.then().statusCode(200).body("edition", equalTo(1));
        assertThat(form.<List<String>>path("parts.pointer"))
                .containsExactlyElementsOf(Arrays.stream(MicroCredentialTemplate.class.getRecordComponents())
                        .map(part -> "/" + part.getName())
                        .toList());
        assertThat(form.<List<String>>path("parts.help"))
                .allSatisfy(help -> assertThat(help).hasSizeGreaterThan(20));
    }

    @Test
    void of_a_publication_and_a_withdrawal_at_once_one_comes_first_and_nothing_is_left_between() {
        for (int i = 0; i < 4; i++) {
            String owner = Screenings.applicant();
            String slug = Screenings.accepted(owner);
            String path = "/api/v1/achievements/" + draft(owner, slug, Templates.complete("Race"));
            Calls.as(owner).post(path + "/submit").then().statusCode(200);
            List<String> reviewers = List.of(
                    Screenings.person("reviewer", People.email()), Screenings.person("reviewer", People.email()));
            CompletableFuture<Integer> one =
                    at(() -> review(reviewers.get(0), path, "publish", "[]").statusCode());
            CompletableFuture<Integer> two =
                    at(() -> review(reviewers.get(1), path, "publish", "[]").statusCode());
            CompletableFuture<Integer> withdrawal = at(() -> Calls.admin()
                    .body("{\"reason\":\"At once.\"}")
                    .post("/api/v1/issuers/" + slug + "/withdraw")
                    .statusCode());
            List<Integer> reviews = List.of(one.join(), two.join());
            assertThat(withdrawal.join()).isEqualTo(200);
            assertThat(reviews).containsAnyOf(200, 409).doesNotContain(500);
            assertThat(reviews.stream().filter(status -> status == 200).count()).isLessThanOrEqualTo(1);
            String state = Calls.admin().get(path).path("state");
            assertThat(state).isEqualTo(reviews.contains(200) ? "published" : "changes-requested");
        }
    }

    private static CompletableFuture<Integer> at(Supplier<Integer> call) {
        return CompletableFuture.supplyAsync(call);
    }

    static String published(String owner, String slug, String template, boolean directAward) {
        String id = Calls.as(owner)
                .body("{\"template\":" + template + ",\"directAward\":" + directAward + "}")
                .post("/api/v1/issuers/" + slug + "/achievements")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Calls.as(owner).post("/api/v1/achievements/" + id + "/submit").then().statusCode(200);
        review(Screenings.person("reviewer", People.email()), "/api/v1/achievements/" + id, "publish", "[]")
                .then()
                .statusCode(200);
        return id;
    }

    static String draft(String owner, String slug, String template) {
        return Calls.as(owner)
                .body("{\"template\":" + template + "}")
                .post("/api/v1/issuers/" + slug + "/achievements")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response save(String owner, String path, String template) {
        String tag = Calls.as(owner).get(path).header("ETag");
        return Calls.as(owner)
                .header("If-Match", tag)
                .body("{\"template\":" + template + "}")
                .put(path);
    }

    static Response review(String reviewer, String path, String outcome, String comments) {
        return Calls.as(reviewer)
                .body("{\"outcome\":\"" + outcome + "\",\"comments\":" + comments + "}")
                .post(path + "/reviews");
    }
}
