package org.laurel.journey;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

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
}
