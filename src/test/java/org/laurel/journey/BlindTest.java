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
