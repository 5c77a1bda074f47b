package org.laurel.journey;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;

/** What the programme says of itself. */
@ServiceTest
class ProgrammeTest {

    @BeforeEach
    void writeTheProgramme() {
        Screenings.programme();
    }

    @Test
    void the_programme_is_named_apart_from_those_whom_it_screens() {
        String did = Calls.admin().get("/api/v1/programme").path("did");
        given().get("/registry").then().body("meta.programme.id", equalTo(did)).body("registry", not(hasKey(did)));
        given().accept("text/html")
                .get("/issuers/" + Calls.admin().get("/api/v1/programme").path("slug"))
                .then()
                .statusCode(200)
                .body(containsString("<p class=\"kicker\">Programme</p>"))
                .body(containsString("What screeners look at"))
                .body(containsString("href=\"/registry\""))
                .body(not(containsString("Waived")));
    }

    @Test
    void each_kind_of_organisation_has_its_own_roles() {
        String programme = Calls.admin().get("/api/v1/programme").path("slug");
        invite("/api/v1/issuers/" + programme + "/members", "owner")
                .then()
                .statusCode(409)
                .body("detail", containsString("/api/v1/people/invitations"));
        String state = "state-" + Screenings.slug();
        Calls.admin()
                .body("{\"slug\":\"" + state + "\",\"name\":\"State\",\"kind\":\"recogniser\","
                        + "\"screeningReason\":\"By law.\"}")
                .post("/api/v1/issuers")
                .then()
                .statusCode(201)
                .body("screeningReason", equalTo("By law."));
        invite("/api/v1/issuers/" + state + "/members", "author")
                .then()
                .statusCode(422)
                .body("detail", equalTo("role: expected one of owner."));
        invite("/api/v1/issuers/" + state + "/members", "owner").then().statusCode(201);
        invite("/api/v1/people/invitations", "educator").then().statusCode(201);
        invite("/api/v1/people/invitations", "owner")
                .then()
                .statusCode(422)
                .body("detail", equalTo("role: expected one of administrator, screener, reviewer, educator."));
    }

    @Test
    void an_educator_who_was_invited_applies() {
        String educator = Screenings.person("educator", People.email());
        Calls.as(educator).body("{}").post("/api/v1/applications").then().statusCode(201);
    }

    @Test
    void editions_of_rubric_and_template_are_listed_or_not_there() {
        Calls.admin()
                .get("/api/v1/programme/screening-rubrics")
                .then()
                .statusCode(200)
                .body("items[-1].edition", equalTo(1))
                .body("items[-1].rubric.criteria.id", hasItem("research"));
        Calls.admin().get("/api/v1/programme/template?edition=1").then().statusCode(200);
        Calls.admin().get("/api/v1/programme/template?edition=2").then().statusCode(404);
    }

    private static Response invite(String path, String role) {
        return Calls.admin()
                .body("{\"email\":\"" + People.email() + "\",\"role\":\"" + role + "\"}")
                .post(path);
    }
}
