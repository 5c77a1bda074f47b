package org.laurel.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.Interop;
import org.laurel.fixture.OfficialSchemas;
import org.laurel.fixture.ServiceTest;
import org.laurel.fixture.SharedData;

/**
 * The whole way of one badge through the API alone: drafts on two devices, files, two assessors who differ, an adjudicator,
 * the award, what it counts for, its renewal, its correction, and the erasure of who earned it. What is signed on the way is
 * judged by others: npm verifiers, and the standard's own schemas where they are at hand.
 */
@ServiceTest
class EducatorJourneyTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TWO_SCORE = "{\"assessment\":{\"doubleScored\":100}}";
    private static final String OVERVIEW = "{\"answers\":[{\"part\":\"overview\",\"text\":\"%s\"}]}";

    @Test
    void an_educator_earns_a_badge_and_it_is_recognised_renewed_corrected_and_erased() throws IOException {
        String issuer = Calls.issuer(TWO_SCORE);
        String achievement = Uploads.earnable(issuer);
        String educator = Uploads.educator();
        String submission = SubmissionTest.started(educator, achievement);
        writeOnTwoDevices(educator, submission);
        Uploads.send(educator, submission, "plan.txt", "text/plain", Uploads.TEXT)
                .then()
                .statusCode(201);
        AssessmentTest.submit(educator, submission);
        assess(issuer);
        String id = Calls.as(educator)
                .get(submission)
                .then()
                .body("state", equalTo("awarded"))
                .extract()
                .path("award");
        Response award = Calls.admin().get("/api/v1/awards/" + id);
        genuine(award, 2);
        recognised(achievement);
        renewedCorrectedErased(award);
    }

    private static void renewedCorrectedErased(Response award) throws IOException {
        String id = award.path("id");
        Response renewed = Calls.admin().body("{}").post("/api/v1/awards/" + id + "/renew");
        renewed.then().statusCode(201);
        genuine(renewed, 2);
        genuine(award, 2);
        Response corrected = Calls.admin()
                .body("{\"reason\":\"Her name was misspelt.\",\"recipient\":{\"name\":\"Ada King\"}}")
                .post("/api/v1/awards/" + renewed.path("id") + "/correct");
        corrected.then().statusCode(201).body("replaces.award", equalTo(renewed.path("id")));
        genuine(corrected, 2);
        for (byte[] form : forms(renewed)) {
            JsonNode opinion = Interop.verify(form, base(renewed.path("credential.url")));
            assertThat(opinion.path("verified").asBoolean()).isFalse();
            assertThat(opinion.path("error").asText()).contains("revoked");
        }

        Calls.admin()
                .delete("/api/v1/recipients/" + award.path("recipient.id"))
                .then()
                .statusCode(204);
        for (Response gone : List.of(award, renewed, corrected)) {
            given().get((String) gone.path("credential.url")).then().statusCode(410);
        }
    }

    /** Of two who save the same draft the later one is told, gets both versions, and loses nothing. */
    private static void writeOnTwoDevices(String educator, String submission) {
        String tag = Calls.as(educator).get(submission).header("ETag");
        SubmissionTest.save(educator, submission, tag, OVERVIEW.formatted("Written on the bus."))
                .then()
                .statusCode(200);
        Response late = SubmissionTest.save(educator, submission, tag, OVERVIEW.formatted("Written at the desk."));
        late.then()
                .statusCode(412)
                .body("theirs.answers.text", hasItem("Written on the bus."))
                .body("yours.answers.text", hasItem("Written at the desk."));
        SubmissionTest.save(
                        educator,
                        submission,
                        late.header("ETag"),
                        OVERVIEW.formatted("Written on the bus. Written at the desk."))
                .then()
                .statusCode(200);
    }

    private static void assess(String issuer) {
        String first = People.joined(issuer, "assessor");
        String second = People.joined(issuer, "assessor");
        String adjudicator = People.joined(issuer, "adjudicator");
        String path = "/api/v1/assessments/" + AssessmentTest.queue(first).path("items[0].id");
        Calls.as(first).post(path + "/claim").then().statusCode(200).body("evidence.files", hasSize(1));
        Calls.as(second).post(path + "/claim").then().statusCode(200);
        AssessmentTest.score(first, path, "met", "met").then().statusCode(200);
        AssessmentTest.score(second, path, "not-yet", "met")
                .then()
                .statusCode(200)
                .body("state", equalTo("differing"));
        Calls.as(adjudicator).post(path + "/adjudication/claim").then().statusCode(200);
        Calls.as(adjudicator)
                .body("{\"scores\":[{\"part\":\"overview\",\"criterion\":\"use\",\"level\":\"met\"},"
                        + "{\"part\":\"plans\",\"criterion\":\"use\",\"level\":\"met\"}]}")
                .post(path + "/adjudication")
                .then()
                .statusCode(200);
        AssessmentTest.decide(adjudicator, path, "award", "Well done.").then().statusCode(200);
    }

    private static void recognised(String achievement) throws IOException {
        Response made = RecognitionTest.recognise(
                achievement,
                RecognitionTest.recogniser(),
                "\"kind\":\"hours\",\"amount\":15,\"where\":\"Springfield\",\"from\":\"2026-01-01T00:00:00Z\"");
        made.then().statusCode(201);
        String endorsement = made.path("endorsement");
        byte[] json = given().get(endorsement + ".json").asByteArray();
        for (byte[] form : List.of(json, given().get(endorsement + ".jwt").asByteArray())) {
            assertThat(Interop.verify(form, base(endorsement))).hasToString("{\"verified\":true}");
        }
        given().contentType("application/vc").body(json).post("/verify").then().body("outcome", equalTo("verified"));
        if (SharedData.isThere()) {
            assertThat(OfficialSchemas.ENDORSEMENT_CREDENTIAL.faults(JSON.readTree(json)))
                    .isEmpty();
        }
    }

    /** Ours and others verify it in both forms, and it keeps the standard's schema. */
    private static void genuine(Response award, int results) throws IOException {
        for (byte[] form : forms(award)) {
            assertThat(Interop.verify(form, base(award.path("credential.url")))).hasToString("{\"verified\":true}");
        }
        JsonNode badge = JSON.readTree(forms(award).get(0));
        assertThat(badge.at("/credentialSubject/result")).hasSize(results);
        given().contentType("application/vc")
                .body(forms(award).get(0))
                .post("/verify")
                .then()
                .body("outcome", equalTo("verified"))
                .body("checks.findAll { it.outcome == 'failed' }", hasSize(0));
        if (SharedData.isThere()) {
            assertThat(OfficialSchemas.ACHIEVEMENT_CREDENTIAL.faults(badge)).isEmpty();
        }
    }

    private static List<byte[]> forms(Response award) {
        String url = award.path("credential.url");
        return List.of(
                given().get(url + ".json").asByteArray(),
                given().get(url + ".jwt").asByteArray());
    }

    /** Where everything is fetched from. */
    private static URI base(String address) {
        return URI.create(address).resolve("/");
    }
}
