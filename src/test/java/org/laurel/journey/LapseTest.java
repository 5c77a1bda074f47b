package org.laurel.journey;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.vertx.VertxContextSupport;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;
import org.laurel.fixture.Templates;
import org.laurel.shared.store.Database;

/** What a screening is worth when its term is over. */
@ServiceTest
class LapseTest {
    private final Database database;

    LapseTest(Database database) {
        this.database = database;
    }

    @Test
    void a_screening_whose_term_is_over_counts_no_more_until_it_is_renewed() throws Throwable {
        String owner = Screenings.applicant();
        String slug = Screenings.accepted(owner);
        String did = Calls.admin().get("/api/v1/issuers/" + slug).path("did");
        String draft = TemplateTest.draft(owner, slug, Templates.complete("Feedback"));
        endTerm(slug);

        given().get("/registry").then().body("registry", not(hasKey(did)));
        Calls.as(owner)
                .post("/api/v1/achievements/" + draft + "/submit")
                .then()
                .statusCode(409)
                .body("detail", containsString("lapsed"))
                .body("detail", containsString("renewing the screening"));
        Screenings.renewed(owner, slug);
        given().get("/registry").then().body("registry", hasKey(did));
        Calls.as(owner).post("/api/v1/achievements/" + draft + "/submit").then().statusCode(200);
    }

    @Test
    void one_that_lapsed_while_withdrawn_comes_back_without_the_programmes_word() throws Throwable {
        String owner = Screenings.applicant();
        String slug = Screenings.accepted(owner);
        String did = Calls.admin().get("/api/v1/issuers/" + slug).path("did");
        Calls.admin()
                .body("{\"reason\":\"A test.\"}")
                .post("/api/v1/issuers/" + slug + "/withdraw")
                .then()
                .statusCode(200);
        endTerm(slug);

        Calls.admin()
                .post("/api/v1/issuers/" + slug + "/reinstate")
                .then()
                .statusCode(200)
                .body("screening", equalTo("accepted"));
        given().get("/registry").then().body("registry", not(hasKey(did)));
        given().accept("application/json").get("/issuers/" + slug).then().body("$", not(hasKey("endorsementJwt")));
        Screenings.renewed(owner, slug);
        given().get("/registry").then().body("registry", hasKey(did));
    }

    /** As if the months of the rubric's term were over. */
    private void endTerm(String slug) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> database.write(session -> Database.insert(
                        session,
                        "update issuer set screened_until = $2 where slug = $1",
                        slug,
                        Database.time(Instant.now().minusSeconds(60)))
                .replaceWith(true)));
    }
}
