package org.laurel.journey;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;
import org.laurel.fixture.Templates;

/** Who reviews what, and what is in the way of a publication. */
@ServiceTest
class ReviewTest {

    @Test
    void reviewers_have_a_list_of_all_that_waits_and_members_see_their_own() {
        String owner = Screenings.applicant();
        String slug = Screenings.accepted(owner);
        String id = inReview(owner, slug, Templates.complete("Feedback"));
        String reviewer = Screenings.person("reviewer", People.email());
        Calls.as(reviewer)
                .get("/api/v1/achievements?limit=200")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id))
                .body("items.find { it.id == '" + id + "' }.issuer", equalTo(slug));
        String stranger = People.joined(Calls.issuer("{}"), "author");
        Calls.as(stranger).get("/api/v1/achievements?limit=200").then().body("items.id", not(hasItem(id)));
        Calls.as(owner).get("/api/v1/achievements?state=draft").then().body("items.id", not(hasItem(id)));
    }

    @Test
    void who_has_an_address_of_the_organisation_does_not_review_its_work() {
        String owner = Screenings.applicant();
        String slug = Screenings.accepted(owner);
        String id = inReview(owner, slug, Templates.complete("Feedback"));
        String insider = Screenings.person("reviewer", "r-" + slug + "@" + slug + ".example");
        review(insider, id, "publish", "[]")
                .then()
                .statusCode(409)
                .body("detail", containsString("Your address at " + slug + ".example"))
                .body("detail", containsString("in-review"));
    }

    @Test
    void comments_stand_at_parts_that_the_template_has() {
        String owner = Screenings.applicant();
        String id = inReview(owner, Screenings.accepted(owner), Templates.complete("Feedback"));
        String reviewer = Screenings.person("reviewer", People.email());
        review(
                        reviewer,
                        id,
                        "request-changes",
                        "[{\"pointer\":\"/nowhere\",\"text\":\"x\"},{\"pointer\":\"/parts/7\",\"text\":\"x\"}]")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/comments/0/pointer", "/comments/1/pointer"));
        review(
                        reviewer,
                        id,
                        "request-changes",
                        "[{\"pointer\":\"/resources\",\"text\":\"Give some.\"},{\"pointer\":\"/parts/1/criteria/0\","
                                + "\"text\":\"Say more.\"}]")
                .then()
                .statusCode(200);
    }

    @Test
    void what_has_to_be_earned_first_must_be_there_to_be_earned() {
        String owner = Screenings.applicant();
        String slug = Screenings.accepted(owner);
        String first = TemplateTest.draft(owner, slug, Templates.complete("First"));
        String stacked = Templates.complete("Second").replaceFirst("\\{", "{\"stack\":[\"" + first + "\"],");
        String second = TemplateTest.draft(owner, slug, stacked);
        Calls.as(owner)
                .get("/api/v1/achievements/" + second + "/completeness")
                .then()
                .body("complete", equalTo(false))
                .body("errors.pointer", hasItem("/stack/0"));
        Calls.as(owner)
                .post("/api/v1/achievements/" + second + "/submit")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/template/stack/0"));
        Calls.admin().post("/api/v1/achievements/" + second + "/publish").then().statusCode(422);
        Calls.admin()
                .body("{\"reason\":\"A pilot.\"}")
                .post("/api/v1/achievements/" + first + "/publish")
                .then()
                .statusCode(200)
                .body("reviewReason", equalTo("A pilot."));
        Calls.as(owner)
                .post("/api/v1/achievements/" + second + "/submit")
                .then()
                .statusCode(200);
    }

    @Test
    void every_wrong_name_in_a_stack_is_told() {
        String owner = Screenings.applicant();
        String slug = Screenings.accepted(owner);
        Calls.as(owner)
                .body("{\"template\":{\"title\":\"Feedback\",\"stack\":[\"one\",\"two\"]}}")
                .post("/api/v1/issuers/" + slug + "/achievements")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/template/stack/0", "/template/stack/1"));
    }

    @Test
    void only_what_is_published_is_followed_by_a_version() {
        String owner = Screenings.applicant();
        String id = inReview(owner, Screenings.accepted(owner), Templates.complete("Feedback"));
        Calls.as(owner)
                .body("{\"template\":" + Templates.complete("Feedback") + "}")
                .post("/api/v1/achievements/" + id + "/versions")
                .then()
                .statusCode(409)
                .body("detail", containsString("in-review"));
    }

    @Test
    void a_citation_that_nobody_can_follow_is_kept_and_told() {
        String owner = Screenings.applicant();
        String id = TemplateTest.draft(
                owner,
                Screenings.accepted(owner),
                Templates.complete("Feedback").replace("\"doi\":\"10.1007/s11092-008-9068-5\"", "\"url\":\"ht!tp\""));
        Calls.as(owner)
                .get("/api/v1/achievements/" + id + "/completeness")
                .then()
                .body("complete", equalTo(true))
                .body("citations.find { it.fault == 'url-malformed' }.pointer", equalTo("/research/1/url"));
    }

    private static String inReview(String owner, String slug, String template) {
        String id = TemplateTest.draft(owner, slug, template);
        Calls.as(owner).post("/api/v1/achievements/" + id + "/submit").then().statusCode(200);
        return id;
    }

    private static Response review(String reviewer, String id, String outcome, String comments) {
        return TemplateTest.review(reviewer, "/api/v1/achievements/" + id, outcome, comments);
    }
}
