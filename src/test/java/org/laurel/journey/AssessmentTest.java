package org.laurel.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;
import org.laurel.shared.store.Database;

/** From evidence to a badge: taken from the queue, scored blind, decided by the award rule, awarded and verified. */
@ServiceTest
class AssessmentTest {
    static final String CANARY = "Canarina";
    static final String ALONE = "{\"assessment\":{\"doubleScored\":0}}";
    private static final String TWO = "{\"assessment\":{\"doubleScored\":100}}";

    private final Database database;

    AssessmentTest(Database database) {
        this.database = database;
    }

    @Test
    void evidence_that_lacks_something_goes_back_with_feedback_and_the_next_round_is_awarded_and_verifies() {
        String issuer = Calls.issuer(ALONE);
        String educator = educator();
        String submission = submitted(educator, SubmissionTest.earnable(issuer));
        String assessor = People.joined(issuer, "assessor");
        String path = "/api/v1/assessments/" + queue(assessor).path("items[0].id");
        Calls.as(assessor).post(path + "/claim").then().statusCode(200).body("evidence.answers", hasSize(2));
        score(assessor, path, "met", "not-yet").then().statusCode(200).body("state", equalTo("scored"));
        decide(assessor, path, "award", null)
                .then()
                .statusCode(409)
                .body("detail", containsString("part \"plans\" does not pass"));
        decide(assessor, path, "return", "Short.")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/feedback"));
        decide(assessor, path, "return", "Show how the next lesson changed.")
                .then()
                .statusCode(200);

        Response returned = Calls.as(educator).get(submission);
        returned.then()
                .body("state", equalTo("returned"))
                .body("decision.feedback", equalTo("Show how the next lesson changed."))
                .body("decision.scores.level", hasItem("not-yet"))
                .body("decision.scores.feedback", hasItem("Seen."));
        SubmissionTest.save(educator, submission, returned.header("ETag"), SubmissionTest.WHOLE)
                .then()
                .statusCode(200);
        Calls.as(educator).post(submission + "/submit").then().statusCode(200).body("round", equalTo(2));
        String again = "/api/v1/assessments/" + queue(assessor).path("items[0].id");
        Calls.as(assessor).post(again + "/claim").then().statusCode(200).body("round", equalTo(2));
        score(assessor, again, "met", "met").then().statusCode(200);
        decide(assessor, again, "return", "It does not please me at all.")
                .then()
                .statusCode(409)
                .body("detail", containsString("award it"));
        decide(assessor, again, "award", "Well done.").then().statusCode(200);
        assertAwarded(educator, submission);
    }

    private static void assertAwarded(String educator, String submission) {
        String award = Calls.as(educator)
                .get(submission)
                .then()
                .body("state", equalTo("awarded"))
                .body("award", notNullValue())
                .extract()
                .path("award");
        String url = Calls.admin().get("/api/v1/awards/" + award).path("credential.url");
        Response badge = given().accept("application/json").get(url);
        badge.then()
                .body("credentialSubject.result", hasSize(2))
                .body("credentialSubject.result[0].achievedLevel", containsString("#overview-use-met"));
        given().contentType("application/vc")
                .body(badge.asByteArray())
                .post("/verify")
                .then()
                .body("verified", equalTo(true));
    }

    @Test
    void two_who_differ_call_an_adjudicator_whose_levels_count() {
        String issuer = Calls.issuer(TWO);
        String educator = educator();
        String submission = submitted(educator, SubmissionTest.earnable(issuer));
        String first = People.joined(issuer, "assessor");
        String second = People.joined(issuer, "assessor");
        String adjudicator = People.joined(issuer, "adjudicator");
        String path = "/api/v1/assessments/" + queue(first).path("items[0].id");
        Calls.as(first).post(path + "/claim").then().statusCode(200);
        Calls.as(second).post(path + "/claim").then().statusCode(200);
        Calls.as(People.joined(issuer, "assessor"))
                .post(path + "/claim")
                .then()
                .statusCode(409)
                .body("detail", containsString("places"));
        score(first, path, "met", "met")
                .then()
                .statusCode(200)
                .body("state", equalTo("waiting"))
                .body("others", nullValue());
        Calls.as(second).get(path).then().body("scored", equalTo(1)).body("others", nullValue());
        Calls.as(adjudicator).post(path + "/adjudication/claim").then().statusCode(409);
        score(second, path, "met", "not-yet")
                .then()
                .statusCode(200)
                .body("state", equalTo("differing"))
                .body("others", hasSize(1));
        decide(first, path, "award", null).then().statusCode(409).body("detail", containsString("differing"));
        Calls.as(second).post(path + "/adjudication/claim").then().statusCode(403);
        adjudicated(People.joined(issuer, "adjudicator"), path);
        assertAwarded(educator, submission);
    }

    private static void adjudicated(String adjudicator, String path) {
        Calls.as(adjudicator)
                .post(path + "/adjudication/claim")
                .then()
                .statusCode(200)
                .body("others", hasSize(2));
        Calls.as(adjudicator)
                .body(scores("met", "met"))
                .post(path + "/adjudication")
                .then()
                .statusCode(200)
                .body("state", equalTo("scored"));
        decide(adjudicator, path, "award", null).then().statusCode(200);
    }

    @Test
    void scores_that_do_not_fit_the_rubric_name_every_fault_and_change_nothing() {
        String issuer = Calls.issuer(ALONE);
        submitted(educator(), SubmissionTest.earnable(issuer));
        String assessor = People.joined(issuer, "assessor");
        String path = "/api/v1/assessments/" + queue(assessor).path("items[0].id");
        score(assessor, path, "met", "met").then().statusCode(409).body("detail", containsString("claim it"));
        Calls.as(assessor).post(path + "/claim").then().statusCode(200);
        Calls.as(assessor)
                .body("{\"scores\":[{\"part\":\"overview\",\"criterion\":\"use\",\"level\":\"best\"}]}")
                .post(path + "/scores")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/scores/0/level"))
                .body("errors.detail", hasItem("Part \"plans\", criterion \"use\" is not scored."));
        score(assessor, path, "met", "met").then().statusCode(200);
        score(assessor, path, "met", "met").then().statusCode(409);
    }

    @Test
    void of_two_who_take_it_at_once_one_has_it_and_of_two_decisions_one_is_made() {
        String issuer = Calls.issuer(ALONE);
        String educator = educator();
        String submission = submitted(educator, SubmissionTest.earnable(issuer));
        List<String> assessors = List.of(People.joined(issuer, "assessor"), People.joined(issuer, "assessor"));
        String path = "/api/v1/assessments/" + queue(assessors.get(0)).path("items[0].id");
        List<Integer> claims = atOnce(assessors.stream()
                .map(one -> () -> Calls.as(one).post(path + "/claim").statusCode()));
        assertThat(claims).containsExactlyInAnyOrder(200, 409);
        String holder = assessors.get(claims.indexOf(200));
        score(holder, path, "met", "met").then().statusCode(200);
        List<Integer> decisions = atOnce(Stream.of(holder, holder, holder)
                .map(one -> () -> decide(one, path, "award", null).statusCode()));
        assertThat(decisions).containsExactlyInAnyOrder(200, 409, 409);
        Calls.admin().get("/api/v1/issuers/" + issuer + "/awards").then().body("items", hasSize(1));
        assertAwarded(educator, submission);
    }

    private static List<Integer> atOnce(Stream<Supplier<Integer>> calls) {
        return calls.map(CompletableFuture::supplyAsync).toList().stream()
                .map(CompletableFuture::join)
                .toList();
    }

    @Test
    void ones_own_work_is_not_in_the_queue_nor_what_one_declared_to_know() {
        String issuer = Calls.issuer(ALONE);
        String achievement = SubmissionTest.earnable(issuer);
        String both = People.joined(issuer, "assessor");
        submitted(both, achievement);
        queue(both).then().body("items", hasSize(0));
        String other = People.joined(issuer, "assessor");
        String path = "/api/v1/assessments/" + queue(other).path("items[0].id");
        Calls.as(both).post(path + "/claim").then().statusCode(404);
        Calls.as(other).post(path + "/claim").then().statusCode(200);
        Calls.as(other).post(path + "/recusal").then().statusCode(204);
        queue(other).then().body("items", hasSize(0));
        Calls.as(other).post(path + "/claim").then().statusCode(404);
        Calls.as(People.joined(issuer, "assessor")).post(path + "/claim").then().statusCode(200);
    }

    @Test
    void assessments_of_another_organisation_do_not_exist_and_owners_and_programs_do_not_assess() {
        String issuer = Calls.issuer(ALONE);
        submitted(educator(), SubmissionTest.earnable(issuer));
        String path = "/api/v1/assessments/"
                + queue(People.joined(issuer, "assessor")).path("items[0].id");
        Calls.as(People.joined(Calls.issuer("{}"), "assessor")).get(path).then().statusCode(404);
        Calls.as(People.joined(issuer, "owner")).get(path).then().statusCode(403);
        Calls.admin().get(path).then().statusCode(403);
        Calls.as(educator()).get("/api/v1/assessments").then().statusCode(403);
    }

    @Test
    void whose_time_is_over_has_it_no_more_and_another_takes_it() throws Throwable {
        String issuer = Calls.issuer(ALONE);
        submitted(educator(), SubmissionTest.earnable(issuer));
        String slow = People.joined(issuer, "assessor");
        String other = People.joined(issuer, "assessor");
        String path = "/api/v1/assessments/" + queue(slow).path("items[0].id");
        Calls.as(slow).post(path + "/claim").then().statusCode(200);
        VertxContextSupport.subscribeAndAwait(() -> database.write(session -> Database.insert(
                session,
                "update assessment_seat set expires_at = now() - interval '1 minute' where scored_at is null")));
        Calls.as(slow)
                .get(path)
                .then()
                .statusCode(200)
                .body("mine", nullValue())
                .body("evidence", nullValue());
        score(slow, path, "met", "met").then().statusCode(409);
        Calls.as(other).post(path + "/claim").then().statusCode(200);
        Calls.as(slow).post(path + "/claim").then().statusCode(409);
        Calls.as(other).get("/api/v1/assessments?mine=true").then().body("items", hasSize(1));
        Calls.as(slow).get("/api/v1/assessments?mine=true").then().body("items", hasSize(0));
    }

    @Test
    void who_has_not_scored_it_decides_nothing_and_an_educator_erased_meanwhile_closes_it() {
        String issuer = Calls.issuer(ALONE);
        String educator = educator();
        submitted(educator, SubmissionTest.earnable(issuer));
        String assessor = People.joined(issuer, "assessor");
        String path = "/api/v1/assessments/" + queue(assessor).path("items[0].id");
        Calls.as(assessor).post(path + "/claim").then().statusCode(200);
        score(assessor, path, "met", "met").then().statusCode(200);
        decide(People.joined(issuer, "assessor"), path, "award", null)
                .then()
                .statusCode(409)
                .body("detail", containsString("Who has scored it decides"));
        Calls.as(educator)
                .body("{\"password\":\"" + People.PASSWORD + "\"}")
                .post("/api/v1/people/me/erasure")
                .then()
                .statusCode(204);
        decide(assessor, path, "award", null).then().statusCode(409).body("detail", containsString("closed"));
        Calls.as(assessor).get(path).then().statusCode(410);
    }

    @Test
    void of_a_decision_and_a_withdrawal_at_once_one_wins() {
        for (int round = 0; round < 3; round++) {
            String issuer = Calls.issuer(ALONE);
            String educator = educator();
            String submission = submitted(educator, SubmissionTest.earnable(issuer));
            String assessor = People.joined(issuer, "assessor");
            String path = "/api/v1/assessments/" + queue(assessor).path("items[0].id");
            Calls.as(assessor).post(path + "/claim").then().statusCode(200);
            score(assessor, path, "met", "met").then().statusCode(200);
            List<Integer> codes = atOnce(Stream.of(
                    () -> decide(assessor, path, "award", null).statusCode(),
                    () -> Calls.as(educator).post(submission + "/withdraw").statusCode()));
            assertThat(codes).containsExactlyInAnyOrder(200, 409);
            Calls.as(educator)
                    .get(submission)
                    .then()
                    .body("state", equalTo(codes.get(0) == 200 ? "awarded" : "withdrawn"));
            Calls.admin()
                    .get("/api/v1/issuers/" + issuer + "/awards")
                    .then()
                    .body("items", hasSize(codes.get(0) == 200 ? 1 : 0));
        }
    }

    @Test
    void what_is_taken_back_is_scored_no_more() {
        String issuer = Calls.issuer(ALONE);
        String educator = educator();
        String submission = submitted(educator, SubmissionTest.earnable(issuer));
        String assessor = People.joined(issuer, "assessor");
        String path = "/api/v1/assessments/" + queue(assessor).path("items[0].id");
        Calls.as(assessor).post(path + "/claim").then().statusCode(200);
        Calls.as(educator).post(submission + "/withdraw").then().statusCode(200);
        score(assessor, path, "met", "met").then().statusCode(409).body("detail", containsString("closed"));
        queue(assessor).then().body("items", hasSize(0));
        Calls.as(assessor).get("/api/v1/assessments?state=closed").then().body("items.state", hasItem("closed"));
    }

    @Test
    void the_audit_tells_of_each_step_and_not_of_the_words() {
        String issuer = Calls.issuer(ALONE);
        submitted(educator(), SubmissionTest.earnable(issuer));
        String assessor = People.joined(issuer, "assessor");
        String path = "/api/v1/assessments/" + queue(assessor).path("items[0].id");
        Calls.as(assessor).post(path + "/claim").then().statusCode(200);
        score(assessor, path, "not-yet", "met").then().statusCode(200);
        decide(assessor, path, "return", "Show how the next lesson changed.")
                .then()
                .statusCode(200);
        Calls.admin()
                .get("/api/v1/issuers/" + issuer + "/events")
                .then()
                .body("items.type", hasItem("assessment.claimed"))
                .body("items.type", hasItem("assessment.scored"))
                .body("items.type", hasItem("assessment.decided"))
                .body("items.type", hasItem("submission.returned"))
                .body("items.detail", not(hasItem(containsString("lesson"))));
    }

    static String educator() {
        String email = People.email();
        People.use(
                        People.invite("/api/v1/people/invitations", email, "educator"),
                        "{\"name\":\"" + CANARY + " Müller\",\"password\":\"" + People.PASSWORD + "\"}")
                .then()
                .statusCode(200);
        return People.signIn(email, People.PASSWORD);
    }

    /** Whole evidence, handed in; gives its path. */
    private static String submitted(String educator, String achievement) {
        String path = SubmissionTest.started(educator, achievement);
        submit(educator, path);
        return path;
    }

    static void submit(String educator, String path) {
        SubmissionTest.save(educator, path, Calls.as(educator).get(path).header("ETag"), SubmissionTest.WHOLE)
                .then()
                .statusCode(200);
        Calls.as(educator).post(path + "/submit").then().statusCode(200);
    }

    static Response queue(String assessor) {
        Response queue = Calls.as(assessor).get("/api/v1/assessments");
        queue.then().statusCode(200);
        return queue;
    }

    static Response score(String assessor, String path, String overview, String plans) {
        return Calls.as(assessor).body(scores(overview, plans)).post(path + "/scores");
    }

    private static String scores(String overview, String plans) {
        return ("{\"scores\":[{\"part\":\"overview\",\"criterion\":\"use\",\"level\":\"%s\",\"feedback\":\"Seen.\"},"
                        + "{\"part\":\"plans\",\"criterion\":\"use\",\"level\":\"%s\"}]}")
                .formatted(overview, plans);
    }

    static Response decide(String who, String path, String outcome, @Nullable String feedback) {
        String words = feedback == null ? "" : ",\"feedback\":\"" + feedback + "\"";
        return Calls.as(who)
                .body("{\"outcome\":\"" + outcome + "\"" + words + "}")
                .post(path + "/decision");
    }
}
