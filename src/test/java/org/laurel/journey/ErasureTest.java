package org.laurel.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.MediaFiles;
import org.laurel.fixture.ServiceTest;
import org.laurel.issuing.submission.FileSweep;
import org.laurel.shared.store.Database;

/** Erasing whom a program knows by an id alone, and what a legal hold stops. */
@ServiceTest
class ErasureTest {
    private static final String WHY = "{\"reason\":\"Case 4711, until it is closed\"}";
    private static final List<String> SCOPES = List.of("submission:read", "submission:write", "recipient:erase");

    private final Database database;
    private final FileSweep sweep;
    private final Path data;

    ErasureTest(Database database, FileSweep sweep, @ConfigProperty(name = "laurel.data-dir") Path data) {
        this.database = database;
        this.sweep = sweep;
        this.data = data;
    }

    private static RequestSpecification user(String who, String userId) {
        return Calls.as(who).queryParam("userId", userId);
    }

    private static String path(Response started) {
        return "/api/v1/submissions/" + started.then().statusCode(201).extract().path("id");
    }

    @Test
    void an_educator_whom_a_program_knows_is_erased_with_all_that_was_handed_in_for_them() throws Throwable {
        String issuer = Calls.issuer("{}");
        String achievement = Uploads.earnable(issuer);
        String lms = Calls.client(issuer, SCOPES);
        String other = Calls.client(issuer, SCOPES);
        String theirs = path(SubmissionTest.startFor(other, achievement, "lms-1"));
        Response started = once(lms, achievement);
        String path = path(started);
        SubmissionTest.save(lms, path, started.header("ETag"), SubmissionTest.WHOLE)
                .then()
                .statusCode(200);
        Uploads.send(lms, path, "plan.pdf", "", MediaFiles.pdf("Grace", "A lesson"))
                .then()
                .statusCode(201);
        Calls.as(lms).post(path + "/submit").then().statusCode(200);
        String educators = "/api/v1/issuers/" + issuer + "/educators";
        user(lms, "lms-2").delete(educators).then().statusCode(404);
        Calls.as(lms).delete(educators).then().statusCode(400);
        user(Calls.client(Calls.issuer("{}"), SCOPES), "lms-1")
                .delete(educators)
                .then()
                .statusCode(404);

        user(lms, "lms-1").delete(educators).then().statusCode(204);
        assertForgotten(lms, path);
        once(lms, achievement).then().statusCode(410).body(not(containsString("Grace")));
        user(lms, "lms-1").delete(educators).then().statusCode(404);
        VertxContextSupport.subscribeAndAwait(sweep::sweep);
        assertThat(Uploads.stored(database, data, path)).isEmpty();
        Calls.as(other).get(theirs).then().body("educator.name", equalTo("Grace Hopper"));
        Calls.admin().queryParam("userId", "lms-1").delete(educators).then().statusCode(204);
        Calls.as(other).get(theirs).then().body("educator", nullValue());
        Calls.admin()
                .get("/api/v1/issuers/" + issuer + "/events")
                .then()
                .body("items.type", hasItem("submission.erased"))
                .body("items.detail", not(hasItem(containsString("lms-1"))));
    }

    private static void assertForgotten(String lms, String path) {
        Calls.as(lms)
                .get(path)
                .then()
                .statusCode(200)
                .body("state", equalTo("withdrawn"))
                .body("answers", hasSize(0))
                .body("educator", nullValue());
    }

    /** The same call again and again. */
    private static Response once(String lms, String achievement) {
        return Calls.as(lms)
                .header("Idempotency-Key", "\"once\"")
                .body(SubmissionTest.educator("lms-1"))
                .post("/api/v1/achievements/" + achievement + "/submissions");
    }

    @Test
    void nobody_erases_an_educator_who_is_held() {
        String issuer = Calls.issuer("{}");
        String lms = Calls.client(issuer, SCOPES);
        path(SubmissionTest.startFor(lms, Uploads.earnable(issuer), "lms-1"));
        String educators = "/api/v1/issuers/" + issuer + "/educators";
        user(lms, "lms-2").body(WHY).put(educators + "/hold").then().statusCode(404);
        user(lms, "lms-1").get(educators + "/hold").then().statusCode(404);
        user(lms, "lms-1").body("{}").put(educators + "/hold").then().statusCode(422);
        user(lms, "lms-1")
                .body(WHY)
                .put(educators + "/hold")
                .then()
                .statusCode(200)
                .body("reason", containsString("Case 4711"));
        user(lms, "lms-1")
                .delete(educators)
                .then()
                .statusCode(409)
                .body("detail", containsString("Case 4711"))
                .body("detail", containsString("lift the hold"));
        user(lms, "lms-1").delete(educators + "/hold").then().statusCode(204);
        user(lms, "lms-1").delete(educators + "/hold").then().statusCode(404);
        user(lms, "lms-1").delete(educators).then().statusCode(204);
    }

    @Test
    void nobody_erases_a_recipient_who_is_held_nor_the_account_whose_evidence_they_were_awarded_for() {
        String issuer = Calls.issuer(AssessmentTest.ALONE);
        String educator = AssessmentTest.educator();
        String submission = SubmissionTest.started(educator, Uploads.earnable(issuer));
        AssessmentTest.submit(educator, submission);
        String assessor = People.joined(issuer, "assessor");
        String path = "/api/v1/assessments/" + AssessmentTest.queue(assessor).path("items[0].id");
        Calls.as(assessor).post(path + "/claim").then().statusCode(200);
        AssessmentTest.score(assessor, path, "met", "met").then().statusCode(200);
        AssessmentTest.decide(assessor, path, "award", null).then().statusCode(200);
        String award = Calls.as(educator).get(submission).path("award");
        String recipient = "/api/v1/recipients/"
                + Calls.admin().get("/api/v1/awards/" + award).path("recipient.id");
        Calls.admin().body(WHY).put(recipient + "/hold").then().statusCode(200).body("by", equalTo("administrator"));
        Calls.as(Calls.client(Calls.issuer("{}"), SCOPES))
                .get(recipient + "/hold")
                .then()
                .statusCode(404);
        Calls.admin()
                .delete(recipient)
                .then()
                .statusCode(409)
                .body("detail", containsString("set by administrator on 20"))
                .body("detail", containsString("Case 4711"));
        erase(educator).then().statusCode(409).body("detail", containsString("Case 4711"));
        Calls.as(educator).get(submission).then().statusCode(200).body("answers", hasSize(2));
        Calls.admin().delete(recipient + "/hold").then().statusCode(204);
        Calls.admin().delete(recipient).then().statusCode(204);
        Calls.as(educator).get(submission).then().statusCode(200).body("answers", hasSize(0));
        Calls.admin().get(recipient + "/hold").then().statusCode(404);
        erase(educator).then().statusCode(204);
        Calls.admin()
                .get("/api/v1/issuers/" + issuer + "/events")
                .then()
                .body("items.type", hasItem("hold.set"))
                .body("items.type", hasItem("hold.lifted"));
    }

    private static Response erase(String who) {
        return Calls.as(who).body("{\"password\":\"" + People.PASSWORD + "\"}").post("/api/v1/people/me/erasure");
    }
}
