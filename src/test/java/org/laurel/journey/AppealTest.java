package org.laurel.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;
import org.laurel.shared.store.Database;

/** Appeals go to an assessor who has not scored it; attempts and dates are as the terms of the micro-credential say. */
@ServiceTest
class AppealTest {
    private static final String REASON = "The second part shows what changed; it was not looked at.";
    private static final String FEEDBACK = "Show how the next lesson changed.";

    private final Database database;

    AppealTest(Database database) {
        this.database = database;
    }

    /** What was handed in and came back. */
    private record Returned(String issuer, String achievement, String educator, String submission, String assessor) {}

    private static Returned returned() {
        String issuer = Calls.issuer(AssessmentTest.ALONE);
        String achievement = SubmissionTest.earnable(issuer);
        String educator = AssessmentTest.educator();
        String submission = SubmissionTest.started(educator, achievement);
        AssessmentTest.submit(educator, submission);
        String assessor = People.joined(issuer, "assessor");
        giveBack(assessor);
        return new Returned(issuer, achievement, educator, submission, assessor);
    }

    private static void giveBack(String assessor) {
        String path = "/api/v1/assessments/" + AssessmentTest.queue(assessor).path("items[0].id");
        Calls.as(assessor).post(path + "/claim").then().statusCode(200);
        AssessmentTest.score(assessor, path, "met", "not-yet").then().statusCode(200);
        AssessmentTest.decide(assessor, path, "return", FEEDBACK).then().statusCode(200);
    }

    private static Response appeal(String educator, String submission) {
        return Calls.as(educator).body("{\"reason\":\"" + REASON + "\"}").post(submission + "/appeal");
    }

    @Test
    void an_appeal_goes_to_who_has_not_scored_it_and_may_end_in_an_award() {
        Returned it = returned();
        Calls.as(it.educator()).get(it.submission() + "/appeal").then().statusCode(404);
        Calls.as(it.educator())
                .body("{\"reason\":\"No.\"}")
                .post(it.submission() + "/appeal")
                .then()
                .statusCode(422);
        Calls.as(AssessmentTest.educator())
                .get(it.submission() + "/appeal")
                .then()
                .statusCode(404);
        appeal(it.educator(), it.submission())
                .then()
                .statusCode(200)
                .body("state", equalTo("submitted"))
                .body("round", equalTo(1))
                .body("decision.feedback", equalTo(FEEDBACK));
        appeal(it.educator(), it.submission()).then().statusCode(409).body("detail", containsString("submitted"));
        awardedByAnother(it);
        Calls.as(it.educator())
                .get(it.submission())
                .then()
                .body("state", equalTo("awarded"))
                .body("award", notNullValue())
                .body("decision.outcome", equalTo("award"));
        Calls.as(it.educator())
                .get(it.submission() + "/appeal")
                .then()
                .body("reason", equalTo(REASON))
                .body("against.outcome", equalTo("return"))
                .body("against.feedback", equalTo(FEEDBACK));
        Calls.admin()
                .get("/api/v1/issuers/" + it.issuer() + "/events")
                .then()
                .body("items.type", hasItem("submission.appealed"));
        FiguresTest.figures(it.issuer()).then().body("submissions", equalTo(1)).body("decisions", equalTo(2));
    }

    private static void awardedByAnother(Returned it) {
        AssessmentTest.queue(it.assessor()).then().body("items", hasSize(0));
        String other = People.joined(it.issuer(), "assessor");
        Response queue = AssessmentTest.queue(other);
        queue.then().body("items", hasSize(1)).body("items[0].round", equalTo(1));
        String path = "/api/v1/assessments/" + queue.path("items[0].id");
        Calls.as(it.assessor()).post(path + "/claim").then().statusCode(404);
        Calls.as(other).get(path).then().body("appeal", nullValue());
        Response claimed = Calls.as(other).post(path + "/claim");
        claimed.then().statusCode(200).body("appeal", equalTo(REASON)).body("evidence.answers", hasSize(2));
        assertThat(claimed.asString()).doesNotContain(AssessmentTest.CANARY, FEEDBACK);
        AssessmentTest.score(other, path, "met", "met").then().statusCode(200);
        AssessmentTest.decide(other, path, "award", "Well done.").then().statusCode(200);
    }

    @Test
    void an_appeal_is_made_once_even_after_another_round() {
        Returned it = returned();
        appeal(it.educator(), it.submission()).then().statusCode(200);
        String other = People.joined(it.issuer(), "assessor");
        giveBack(other);
        Response back = Calls.as(it.educator()).get(it.submission());
        back.then().body("state", equalTo("returned"));
        appeal(it.educator(), it.submission())
                .then()
                .statusCode(409)
                .body("detail", containsString("appealed before"))
                .body("detail", containsString("submit it again"));
        Calls.as(it.educator())
                .post(it.submission() + "/submit")
                .then()
                .statusCode(200)
                .body("round", equalTo(2));
        giveBack(it.assessor());
        appeal(it.educator(), it.submission()).then().statusCode(409);
    }

    @Test
    void of_appeals_and_another_round_at_once_one_wins() {
        Returned it = returned();
        List<Integer> codes = Stream.<Supplier<Integer>>of(
                        () -> appeal(it.educator(), it.submission()).statusCode(),
                        () -> appeal(it.educator(), it.submission()).statusCode(),
                        () -> Calls.as(it.educator())
                                .post(it.submission() + "/submit")
                                .statusCode())
                .map(CompletableFuture::supplyAsync)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(codes).containsExactlyInAnyOrder(200, 409, 409);
        AssessmentTest.queue(People.joined(it.issuer(), "assessor")).then().body("items", hasSize(1));
    }

    @Test
    void an_appeal_that_comes_too_late_or_where_there_are_none_is_refused_and_one_taken_back_is_closed()
            throws Throwable {
        Returned it = returned();
        CalibrationTest.terms(it.achievement(), "{\"appealDays\":0}");
        appeal(it.educator(), it.submission()).then().statusCode(409).body("detail", containsString("not appealed"));
        CalibrationTest.terms(it.achievement(), "{\"appealDays\":3}");
        Calls.as(it.educator()).get(it.submission()).then().body("state", equalTo("returned"));
        appeal(it.educator(), it.submission()).then().statusCode(200);
        Calls.as(it.educator()).post(it.submission() + "/withdraw").then().statusCode(200);
        AssessmentTest.queue(People.joined(it.issuer(), "assessor")).then().body("items", hasSize(0));
    }

    @Test
    void attempts_and_dates_are_kept_and_the_check_names_them() {
        String issuer = Calls.issuer(AssessmentTest.ALONE);
        String achievement = SubmissionTest.earnable(issuer);
        String educator = AssessmentTest.educator();
        String submission = SubmissionTest.started(educator, achievement);
        CalibrationTest.terms(achievement, "{\"opensAt\":\"2999-01-01T00:00:00Z\"}");
        SubmissionTest.save(
                        educator, submission, Calls.as(educator).get(submission).header("ETag"), SubmissionTest.WHOLE)
                .then()
                .statusCode(200);
        Calls.as(educator)
                .post(submission + "/submit")
                .then()
                .statusCode(409)
                .body("detail", containsString("from 2999-01-01T00:00:00Z on"))
                .body("detail", containsString("draft"));
        Calls.as(educator).get(submission + "/check").then().body("errors[0].code", equalTo("not-now"));
        CalibrationTest.terms(achievement, "{\"closesAt\":\"2020-01-01T00:00:00Z\"}");
        Calls.as(educator)
                .post(submission + "/submit")
                .then()
                .statusCode(409)
                .body("detail", containsString("until 2020-01-01T00:00:00Z"));
        SubmissionTest.start(AssessmentTest.educator(), achievement).then().statusCode(409);
        CalibrationTest.terms(achievement, "{\"mostAttempts\":1}");
        Calls.as(educator).post(submission + "/submit").then().statusCode(200);
        giveBack(People.joined(issuer, "assessor"));
        Calls.as(educator)
                .post(submission + "/submit")
                .then()
                .statusCode(409)
                .body("detail", containsString("handed in 1 time, and at most 1 is allowed"))
                .body("detail", containsString("appeal"));
    }

    @Test
    void terms_are_bounded_and_changed_by_who_read_them() {
        String issuer = Calls.issuer("{}");
        String path = "/api/v1/achievements/" + SubmissionTest.earnable(issuer) + "/terms";
        Response usual = Calls.admin().get(path);
        usual.then()
                .statusCode(200)
                .body("appealDays", equalTo(14))
                .body("trainingItems", equalTo(3))
                .body("mostAttempts", nullValue());
        Calls.admin().body("{}").put(path).then().statusCode(428);
        Calls.admin()
                .header("If-Match", usual.header("ETag"))
                .body("{\"mostAttempts\":0,\"typo\":1}")
                .put(path)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/typo"));
        List<Integer> codes = Stream.<Supplier<Integer>>generate(() -> () -> Calls.admin()
                        .header("If-Match", usual.header("ETag"))
                        .body("{\"mostAttempts\":3}")
                        .put(path)
                        .statusCode())
                .limit(3)
                .map(CompletableFuture::supplyAsync)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(codes).containsExactlyInAnyOrder(200, 412, 412);
        Calls.as(People.joined(issuer, "assessor")).get(path).then().body("mostAttempts", equalTo(3));
        Calls.as(People.joined(issuer, "assessor"))
                .header("If-Match", "*")
                .body("{}")
                .put(path)
                .then()
                .statusCode(403);
        Calls.as(People.joined(Calls.issuer("{}"), "author")).get(path).then().statusCode(404);
    }

    @Test
    void an_appeal_of_who_was_erased_can_be_read_by_nobody() throws Throwable {
        Returned it = returned();
        appeal(it.educator(), it.submission()).then().statusCode(200);
        String other = People.joined(it.issuer(), "assessor");
        String path = "/api/v1/assessments/" + AssessmentTest.queue(other).path("items[0].id");
        Calls.as(it.educator())
                .body("{\"password\":\"" + People.PASSWORD + "\"}")
                .post("/api/v1/people/me/erasure")
                .then()
                .statusCode(204);
        Calls.as(other).post(path + "/claim").then().statusCode(409).body("detail", containsString("closed"));
        List<Object[]> keys = VertxContextSupport.subscribeAndAwait(() -> database.read(session -> Database.select(
                session,
                "select 1 from submission_appeal a join submission s on s.issuer_no = a.issuer_no"
                        + " and s.id = a.submission_no join person_key k on k.issuer_no = a.issuer_no"
                        + " and k.person_no = a.submission_no where s.public_id = $1",
                it.submission().substring(it.submission().lastIndexOf('/') + 1))));
        assertThat(keys).isEmpty();
    }
}
