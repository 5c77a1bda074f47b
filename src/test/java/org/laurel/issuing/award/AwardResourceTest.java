package org.laurel.issuing.award;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;

@ServiceTest
class AwardResourceTest {

    @Test
    void the_smallest_request_makes_a_badge_that_shows_no_address() {
        String issuer = Calls.issuer("{}");
        Response award = Calls.award(issuer, Calls.published(issuer));
        award.then()
                .header("Location", equalTo("/api/v1/awards/" + award.path("id")))
                .body("state", equalTo("issued"))
                .body("recipient.email", equalTo("ada@example.org"))
                .body("credential.formats", contains("json", "jwt", "png", "svg", "pdf"));
        assertThat(Calls.admin().get(award.header("Location")).asString()).isEqualTo(award.asString());
        Response badge = badge(award);
        badge.then()
                .body("id", equalTo(award.path("credential.url")))
                .body("credentialStatus.statusPurpose", equalTo("revocation"))
                .body("credentialSubject.identifier[0].hashed", equalTo(true))
                .body("credentialSubject.id", startsWith("urn:uuid:"));
        assertThat(badge.asString()).doesNotContain("ada@example.org");
    }

    @Test
    void the_fullest_request_arrives_in_the_badge() {
        String issuer = Calls.issuer("{}");
        String achievement = graded(issuer);
        Response award = Calls.admin().body(fullest(achievement)).post(awards(issuer));
        award.then()
                .statusCode(201)
                .body("externalId", equalTo("lms-1"))
                .body("validUntil", equalTo("2036-01-01T00:00:00Z"));
        badge(award)
                .then()
                .body("validFrom", equalTo("2026-01-01T00:00:00Z"))
                .body("validUntil", equalTo("2036-01-01T00:00:00Z"))
                .body("credentialSubject.id", equalTo("did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK"))
                .body("credentialSubject.creditsEarned", equalTo(1.5f))
                .body("credentialSubject.term", equalTo("2026-1"))
                .body("credentialSubject.role", equalTo("Teacher"))
                .body("credentialSubject.narrative", equalTo("**Done**"))
                .body("credentialSubject.licenseNumber", equalTo("L-1"))
                .body("credentialSubject.result[0].value", equalTo("B"))
                .body("evidence[0].name", equalTo("Lesson plan"))
                .body("credentialSubject.identifier.identityType", containsInAnyOrder("emailAddress", "sourcedId"));
    }

    @Test
    void a_result_is_held_against_the_rubric() {
        String issuer = Calls.issuer("{}");
        String body = fullest(graded(issuer));
        Calls.admin()
                .body(body.replace("\"value\":\"B\"", "\"value\":\"Z\""))
                .post(awards(issuer))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", startsWith("/results/0"));
        Calls.admin()
                .body(body.replace("urn:uuid:grade", "urn:uuid:nothing"))
                .post(awards(issuer))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", startsWith("/results/0"));
    }

    @Test
    void an_achievement_without_direct_award_is_refused() {
        String issuer = Calls.issuer("{}");
        String id = Calls.admin()
                .body("{\"name\":\"A\",\"description\":\"D\",\"criteria\":{\"narrative\":\"C\"}}")
                .post("/api/v1/issuers/" + issuer + "/achievements")
                .path("id");
        String body = "{\"achievement\":\"" + id + "\",\"recipient\":{\"email\":\"a@example.org\"}}";
        Calls.admin()
                .body(body)
                .post(awards(issuer))
                .then()
                .statusCode(422)
                .body("errors.code", containsInAnyOrder("not-published", "no-direct-award"));
        Calls.admin().post("/api/v1/achievements/" + id + "/publish").then().statusCode(200);
        Calls.admin()
                .body(body)
                .post(awards(issuer))
                .then()
                .statusCode(422)
                .body("errors.code", contains("no-direct-award"));
    }

    @Test
    void a_revocation_is_final_and_repeating_it_changes_nothing() {
        String issuer = Calls.issuer("{}");
        String path = path(Calls.award(issuer, Calls.published(issuer)));
        Response first = move(path, "revoke", "wrong person");
        first.then().statusCode(200).body("state", equalTo("revoked")).body("reason", equalTo("wrong person"));
        Response again = move(path, "revoke", "another reason");
        assertThat(again.asString()).isEqualTo(first.asString());
        Calls.admin().post(path + "/reinstate").then().statusCode(409);
        move(path, "suspend", "x").then().statusCode(409);
    }

    @Test
    void a_suspension_lasts_until_it_is_ended_and_verifiers_see_both() {
        String issuer = Calls.issuer("{\"suspension\":true}");
        Response award = Calls.award(issuer, Calls.published(issuer));
        Response badge = badge(award);
        badge.then()
                .body("credentialStatus.statusPurpose", containsInAnyOrder("revocation", "suspension"))
                .body("credentialSchema", nullValue());
        verified(badge).then().body("outcome", equalTo("verified"));
        move(path(award), "suspend", "in doubt").then().statusCode(200).body("state", equalTo("suspended"));
        verified(badge).then().body("outcome", equalTo("failed"));
        Calls.admin().post(path(award) + "/reinstate").then().statusCode(200).body("state", equalTo("issued"));
        verified(badge).then().body("outcome", equalTo("verified"));
        Calls.admin().post(path(award) + "/reinstate").then().statusCode(200);
    }

    @Test
    void a_suspended_award_can_be_revoked() {
        String issuer = Calls.issuer("{\"suspension\":true}");
        Response award = Calls.award(issuer, Calls.published(issuer));
        move(path(award), "suspend", "in doubt").then().statusCode(200);
        move(path(award), "revoke", "proven").then().statusCode(200).body("state", equalTo("revoked"));
        verified(badge(award)).then().body("outcome", equalTo("failed"));
    }

    @Test
    void a_list_is_filtered_and_leads_from_page_to_page() {
        String issuer = Calls.issuer("{}");
        String achievement = Calls.published(issuer);
        String other = Calls.published(issuer);
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            made.add(0, Calls.award(issuer, achievement).path("id"));
        }
        Response last = Calls.award(issuer, other);
        move(path(last), "revoke", "x").then().statusCode(200);
        only(issuer, "achievement=" + achievement, made);
        only(issuer, "state=revoked", List.of(last.<String>path("id")));
        only(issuer, "recipient=" + last.<String>path("recipient.id") + "&state=issued", made);
        only(issuer, "externalId=none", List.of());
        Response page = Calls.admin().get(awards(issuer) + "?state=issued&limit=2");
        page.then().body("items.id", contains(made.get(0), made.get(1))).header("Link", containsString("state=issued"));
        Calls.admin()
                .get(awards(issuer) + "?state=issued&limit=2&cursor=" + page.path("next"))
                .then()
                .body("items.id", contains(made.get(2)))
                .body("next", nullValue());
        Calls.admin().get(awards(issuer) + "?state=lost").then().statusCode(400);
    }

    @Test
    void one_person_is_one_recipient_and_two_issuers_know_two() {
        String issuer = Calls.issuer("{}");
        String achievement = Calls.published(issuer);
        String first = Calls.award(issuer, achievement).path("recipient.id");
        Calls.admin()
                .body("{\"achievement\":\"" + achievement + "\",\"recipient\":{\"email\":\" ADA@example.org \"}}")
                .post(awards(issuer))
                .then()
                .statusCode(201)
                .body("recipient.id", equalTo(first));
        String other = Calls.issuer("{}");
        assertThat(Calls.award(other, Calls.published(other)).<String>path("recipient.id"))
                .isNotEqualTo(first);
    }

    @Test
    void a_person_who_was_erased_can_be_awarded_anew() {
        String issuer = Calls.issuer("{}");
        String achievement = Calls.published(issuer);
        Response gone = Calls.award(issuer, achievement);
        Calls.admin()
                .delete("/api/v1/recipients/" + gone.path("recipient.id"))
                .then()
                .statusCode(204);
        move(path(gone), "revoke", "x").then().statusCode(410);
        Response fresh = Calls.award(issuer, achievement);
        assertThat(fresh.<String>path("recipient.id")).isNotEqualTo(gone.path("recipient.id"));
        badge(fresh).then().statusCode(200);
        given().get(gone.<String>path("credential.url")).then().statusCode(410);
        Calls.admin().get(awards(issuer)).then().body("items", hasSize(2));
    }

    private static void only(String issuer, String query, List<String> ids) {
        List<String> found = Calls.admin().get(awards(issuer) + "?" + query).path("items.id");
        assertThat(found).as(query).isEqualTo(ids);
    }

    private static String graded(String issuer) {
        String id = Calls.admin()
                .body("{\"name\":\"A\",\"description\":\"D\",\"criteria\":{\"narrative\":\"C\"},\"directAward\":true,"
                        + "\"resultDescription\":[{\"id\":\"urn:uuid:grade\",\"name\":\"Grade\","
                        + "\"resultType\":\"LetterGrade\",\"allowedValue\":[\"C\",\"B\",\"A\"]}]}")
                .post("/api/v1/issuers/" + issuer + "/achievements")
                .path("id");
        Calls.admin().post("/api/v1/achievements/" + id + "/publish").then().statusCode(200);
        return id;
    }

    private static String fullest(String achievement) {
        return "{\"achievement\":\"" + achievement
                + "\",\"recipient\":{\"email\":\"full@example.org\",\"name\":\"Ada\","
                + "\"did\":\"did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK\","
                + "\"identifiers\":[{\"identityType\":\"sourcedId\",\"value\":\"s-1\",\"hashed\":true}]},"
                + "\"validFrom\":\"2026-01-01T00:00:00Z\",\"validUntil\":\"2036-01-01T00:00:00Z\","
                + "\"creditsEarned\":1.5,\"term\":\"2026-1\",\"role\":\"Teacher\",\"narrative\":\"**Done**\","
                + "\"licenseNumber\":\"L-1\",\"evidence\":[{\"id\":\"https://evidence.example/1\","
                + "\"name\":\"Lesson plan\",\"narrative\":\"N\",\"genre\":\"Plan\",\"audience\":\"Teachers\"}],"
                + "\"results\":[{\"resultDescription\":\"urn:uuid:grade\",\"value\":\"B\",\"status\":\"Completed\"}],"
                + "\"externalId\":\"lms-1\",\"notify\":false}";
    }

    private static Response move(String path, String how, String reason) {
        return Calls.admin().body("{\"reason\":\"" + reason + "\"}").post(path + "/" + how);
    }

    private static Response badge(Response award) {
        return given().get(award.<String>path("credential.url") + ".json");
    }

    private static Response verified(Response badge) {
        return given().contentType("application/json").body(badge.asByteArray()).post("/verify");
    }

    private static String path(Response award) {
        return "/api/v1/awards/" + award.path("id");
    }

    private static String awards(String issuer) {
        return "/api/v1/issuers/" + issuer + "/awards";
    }
}
