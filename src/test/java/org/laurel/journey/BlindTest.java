package org.laurel.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.INTEGER;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.MediaFiles;
import org.laurel.fixture.ServiceTest;

/** Assessors never learn whose work it is: who hands it in is planted everywhere, and looked for in all that they get. */
@ServiceTest
class BlindTest {
    private static final String CANARY = AssessmentTest.CANARY;

    @Test
    void nothing_that_assessors_get_says_who_handed_it_in() {
        String issuer = Calls.issuer(AssessmentTest.ALONE);
        String educator = AssessmentTest.educator();
        Response me = Calls.as(educator).get("/api/v1/people/me");
        String submission = SubmissionTest.started(educator, Uploads.earnable(issuer));
        Map<String, byte[]> files = MediaFiles.all(CANARY);
        files.forEach((name, bytes) -> Uploads.send(educator, submission, CANARY + "-" + name, "", bytes)
                .then()
                .statusCode(201));
        AssessmentTest.submit(educator, submission);
        String assessor = People.joined(issuer, "assessor");
        Response queue = AssessmentTest.queue(assessor);
        String path = "/api/v1/assessments/" + queue.path("items[0].id");
        StringBuilder all = new StringBuilder(queue.asString());
        all.append(Calls.as(assessor).get(path).asString());
        Calls.as(assessor).get(path + "/files/plans-file-1.pdf").then().statusCode(404);
        Response claimed = Calls.as(assessor).post(path + "/claim");
        all.append(claimed.asString());
        List<String> names = claimed.path("evidence.files.name");
        assertThat(names).hasSameSizeAs(files.keySet()).contains("plans-file-1.pdf", "plans-file-2.docx");
        for (String name : names) {
            Response file = Calls.as(assessor).get(path + "/files/" + name);
            file.then().statusCode(200);
            all.append(file.headers()).append(MediaFiles.unpacked(file.asByteArray()));
        }
        Calls.as(assessor).get(path + "/files/" + CANARY + "-plan.pdf").then().statusCode(404);
        Calls.as(People.joined(issuer, "assessor"))
                .get(path + "/files/plans-file-1.pdf")
                .then()
                .statusCode(404);
        all.append(AssessmentTest.score(assessor, path, "met", "met").asString());
        all.append(AssessmentTest.decide(assessor, path, "award", null).asString());
        all.append(Calls.as(assessor).get(path).asString());
        assertThat(all.toString())
                .doesNotContain(CANARY)
                .doesNotContain(me.<String>path("id"))
                .doesNotContain(me.<String>path("emails[0]"))
                .doesNotContain(submission.substring(submission.lastIndexOf('/') + 1));
    }

    @Test
    void what_its_educator_had_erased_is_gone_for_who_assesses_it() {
        String issuer = Calls.issuer(AssessmentTest.ALONE);
        String educator = AssessmentTest.educator();
        String submission = SubmissionTest.started(educator, Uploads.earnable(issuer));
        Uploads.send(educator, submission, "plan.pdf", "", MediaFiles.pdf(CANARY, "Our plan"))
                .then()
                .statusCode(201);
        AssessmentTest.submit(educator, submission);
        String assessor = People.joined(issuer, "assessor");
        String path = "/api/v1/assessments/" + AssessmentTest.queue(assessor).path("items[0].id");
        Calls.as(assessor).post(path + "/claim").then().statusCode(200);
        Calls.as(assessor).get(path + "/files/plans-file-1.pdf").then().statusCode(200);
        Calls.as(assessor).get(path + "/files/plans-file-2.pdf").then().statusCode(404);
        Calls.as(educator)
                .body("{\"password\":\"" + People.PASSWORD + "\"}")
                .post("/api/v1/people/me/erasure")
                .then()
                .statusCode(204);
        Calls.as(assessor).get(path + "/files/plans-file-1.pdf").then().statusCode(410);
        Calls.as(People.joined(issuer, "assessor"))
                .get(path + "/files/plans-file-1.pdf")
                .then()
                .statusCode(404);
    }

    @Test
    void assessors_see_that_something_is_like_the_work_of_somebody_else_and_never_whose() {
        String issuer = Calls.issuer(AssessmentTest.ALONE);
        String achievement = Uploads.earnable(issuer);
        String words =
                "Each week we looked at what the pupils had written, and changed the plan of the next lesson by it. ";
        byte[] pdf = MediaFiles.pdf(CANARY, "Our plan");
        String first = handedIn(achievement, words.repeat(3) + "It helped.", pdf);
        String second = handedIn(achievement, words.repeat(3) + "It helped a lot.", pdf);
        String assessor = People.joined(issuer, "assessor");
        Response queue = AssessmentTest.queue(assessor);
        for (int i = 0; i < 2; i++) {
            String path = "/api/v1/assessments/" + queue.path("items[" + i + "].id");
            Response claimed = Calls.as(assessor).post(path + "/claim");
            List<Map<String, Object>> alike = claimed.path("evidence.alike");
            assertThat(alike)
                    .extracting(one -> one.get("part") + " " + one.get("in"))
                    .containsExactly("overview words", "plans file");
            assertThat(alike.get(0).get("percent")).asInstanceOf(INTEGER).isBetween(60, 99);
            assertThat(claimed.asString())
                    .doesNotContain(CANARY)
                    .doesNotContain(first.substring(first.lastIndexOf('/') + 1))
                    .doesNotContain(second.substring(second.lastIndexOf('/') + 1));
        }
    }

    @Test
    void nothing_that_assessors_get_says_what_is_planted_or_who_made_it() {
        String issuer = Calls.issuer(AssessmentTest.ALONE);
        String achievement = SubmissionTest.earnable(issuer);
        String email = People.email();
        String author = canary(issuer, email, "author");
        String training = CalibrationTest.added(author, achievement, "training", "met", "met");
        String planted = CalibrationTest.added(author, achievement, "planted", "met", "met");
        String assessor = People.joined(issuer, "assessor");
        StringBuilder all = new StringBuilder(AssessmentTest.queue(assessor).asString());
        String path = "/api/v1/achievements/" + achievement + "/training";
        all.append(Calls.as(assessor).get(path).asString());
        all.append(Calls.as(assessor).get(path + "/" + training).asString());
        all.append(CalibrationTest.train(assessor, path, training, "met", "met").asString());
        all.append(Calls.as(assessor).get(path + "/" + training).asString());
        CalibrationTest.plant(planted).then().statusCode(204);
        Response queue = AssessmentTest.queue(assessor);
        String assessment = "/api/v1/assessments/" + queue.path("items[0].id");
        all.append(queue.asString());
        all.append(Calls.as(assessor).post(assessment + "/claim").asString());
        all.append(AssessmentTest.score(assessor, assessment, "met", "met").asString());
        all.append(AssessmentTest.decide(assessor, assessment, "award", "Well done.")
                .asString());
        all.append(AssessmentTest.queue(assessor).asString());
        all.append(Calls.as(assessor).get(assessment).asString());
        assertThat(all.toString())
                .contains("\"decided\"")
                .doesNotContain(CANARY)
                .doesNotContain(email)
                .doesNotContain(Calls.as(author).get("/api/v1/people/me").<String>path("id"))
                .doesNotContain(planted)
                .doesNotContainIgnoringCase("planted")
                .doesNotContainIgnoringCase("calibration");
    }

    private static String canary(String issuer, String email, String role) {
        People.use(
                        People.invite("/api/v1/issuers/" + issuer + "/members", email, role),
                        "{\"name\":\"" + CANARY + " Müller\",\"password\":\"" + People.PASSWORD + "\"}")
                .then()
                .statusCode(200);
        return People.signIn(email, People.PASSWORD);
    }

    @Test
    void who_judges_an_appeal_learns_neither_whose_it_is_nor_what_others_thought() {
        String issuer = Calls.issuer(AssessmentTest.ALONE);
        String educator = AssessmentTest.educator();
        Response me = Calls.as(educator).get("/api/v1/people/me");
        String submission = SubmissionTest.started(educator, SubmissionTest.earnable(issuer));
        AssessmentTest.submit(educator, submission);
        String first = People.joined(issuer, "assessor");
        String path = "/api/v1/assessments/" + AssessmentTest.queue(first).path("items[0].id");
        Calls.as(first).post(path + "/claim").then().statusCode(200);
        AssessmentTest.score(first, path, "met", "not-yet").then().statusCode(200);
        AssessmentTest.decide(first, path, "return", "Here is what others thought.")
                .then()
                .statusCode(200);
        Calls.as(educator)
                .body("{\"reason\":\"The second part was not looked at.\"}")
                .post(submission + "/appeal")
                .then()
                .statusCode(200);
        String second = People.joined(issuer, "assessor");
        Response queue = AssessmentTest.queue(second);
        String appeal = "/api/v1/assessments/" + queue.path("items[0].id");
        StringBuilder all = new StringBuilder(queue.asString());
        all.append(Calls.as(second).get(appeal).asString());
        all.append(Calls.as(second).post(appeal + "/claim").asString());
        all.append(AssessmentTest.score(second, appeal, "met", "met").asString());
        all.append(AssessmentTest.decide(second, appeal, "award", "Well done.").asString());
        all.append(Calls.as(second).get(appeal).asString());
        assertThat(all.toString())
                .contains("not looked at")
                .doesNotContain(CANARY)
                .doesNotContain("what others thought")
                .doesNotContain(me.<String>path("id"))
                .doesNotContain(me.<String>path("emails[0]"))
                .doesNotContain(submission.substring(submission.lastIndexOf('/') + 1));
    }

    private static String handedIn(String achievement, String words, byte[] pdf) {
        String educator = AssessmentTest.educator();
        String path = SubmissionTest.started(educator, achievement);
        Uploads.send(educator, path, "plan.pdf", "", pdf).then().statusCode(201);
        SubmissionTest.save(
                        educator,
                        path,
                        Calls.as(educator).get(path).header("ETag"),
                        SubmissionTest.WHOLE.replace("My class plans.", words))
                .then()
                .statusCode(200);
        Calls.as(educator).post(path + "/submit").then().statusCode(200);
        return path;
    }
}
