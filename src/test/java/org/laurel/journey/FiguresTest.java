package org.laurel.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.RestAssured;
import io.restassured.config.JsonConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;

/** Figures tell how an organisation assesses, and who drifts. */
@ServiceTest
class FiguresTest {

    @Test
    void figures_tell_how_long_how_many_and_how_well_they_agree_and_no_assessor_reads_them() {
        String issuer = Calls.issuer("{\"assessment\":{\"doubleScored\":100}}");
        String achievement = SubmissionTest.earnable(issuer);
        String first = People.joined(issuer, "assessor");
        String second = People.joined(issuer, "assessor");
        oneAwardedAndOneReturned(achievement, first, second);
        figures(issuer)
                .then()
                .statusCode(200)
                .body("submissions", equalTo(2))
                .body("decisions", equalTo(2))
                .body("passRate", equalTo(0.5))
                .body("medianHoursToDecision", closeTo(0.0, 0.1))
                .body("agreement", equalTo(1.0))
                .body("agreementN", equalTo(4))
                .body("kappa", nullValue())
                .body("kappaN", equalTo(0))
                .body("achievements", hasSize(1))
                .body("achievements[0].achievement", equalTo(achievement))
                .body("achievements[0].agreementN", equalTo(4))
                .body("assessors", hasSize(2))
                .body("assessors[0].assessor", startsWith("0-"))
                .body("assessors[0].criteria", hasSize(2))
                .body("assessors.alarm", not(hasItem(true)));
        Calls.as(first).get("/api/v1/issuers/" + issuer + "/figures").then().statusCode(403);
        Calls.as(People.joined(issuer, "owner"))
                .get("/api/v1/issuers/" + issuer + "/figures")
                .then()
                .statusCode(200);
        Calls.as(People.joined(Calls.issuer("{}"), "owner"))
                .get("/api/v1/issuers/" + issuer + "/figures")
                .then()
                .statusCode(404);
    }

    private static void oneAwardedAndOneReturned(String achievement, String first, String second) {
        for (String level : List.of("met", "not-yet")) {
            String educator = AssessmentTest.educator();
            AssessmentTest.submit(educator, SubmissionTest.started(educator, achievement));
            String path = "/api/v1/assessments/" + AssessmentTest.queue(first).path("items[0].id");
            for (String who : List.of(first, second)) {
                Calls.as(who).post(path + "/claim").then().statusCode(200);
            }
            AssessmentTest.score(first, path, "met", level).then().statusCode(200);
            AssessmentTest.score(second, path, "met", level).then().body("state", equalTo("scored"));
            AssessmentTest.decide(first, path, level.equals("met") ? "award" : "return", "Here is what to do next.")
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void who_drifts_is_told_of_once_and_who_does_not_is_not() {
        String issuer = Calls.issuer(AssessmentTest.ALONE);
        String achievement = SubmissionTest.earnable(issuer);
        String steady = People.joined(issuer, "assessor");
        String drifting = People.joined(issuer, "assessor");
        String id = Calls.as(drifting).get("/api/v1/people/me").path("id");
        for (int i = 0; i < 16; i++) { // two criteria each
            String truth = i % 2 == 0 ? "met" : "not-yet";
            String item = CalibrationTest.added(achievement, "planted", truth, "met");
            for (String who : List.of(steady, drifting)) {
                CalibrationTest.plant(item).then().statusCode(204);
                String path = "/api/v1/assessments/" + AssessmentTest.queue(who).path("items[0].id");
                Calls.as(who).post(path + "/claim").then().statusCode(200);
                boolean errs = who.equals(drifting) && i % 2 == 1;
                AssessmentTest.score(who, path, errs ? "met" : truth, "met")
                        .then()
                        .statusCode(200);
                boolean passes = truth.equals("met") || errs;
                AssessmentTest.decide(who, path, passes ? "award" : "return", "Here is what to do next.")
                        .then()
                        .statusCode(200);
            }
        }
        Response figures = figures(issuer);
        figures.then()
                .body("kappaN", equalTo(64))
                .body("assessors.find { it.assessor == '" + id + "' }.alarm", equalTo(true))
                .body("assessors.find { it.assessor == '" + id + "' }.lastN", equalTo(30))
                .body("assessors.find { it.assessor == '" + id + "' }.lastAgreement", closeTo(0.75, 0.02))
                .body("assessors.find { it.assessor != '" + id + "' }.alarm", equalTo(false))
                .body("assessors.find { it.assessor != '" + id + "' }.kappa", equalTo(1.0));
        List<String> alarms = Calls.admin()
                .get("/api/v1/issuers/" + issuer + "/events?limit=200")
                .path("items.findAll { it.type == 'assessor.drifting' }.subject");
        assertThat(alarms).containsExactly(id);
    }

    static Response figures(String issuer) {
        return Calls.admin()
                .config(RestAssured.config()
                        .jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.DOUBLE)))
                .get("/api/v1/issuers/" + issuer + "/figures");
    }
}
