package org.laurel.journey;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;

/** What ends with the right to issue, what goes on, and who says so where. */
@ServiceTest
class WithdrawalTest {

    @Test
    void a_renewal_under_way_is_declined_with_notice_and_none_begins() {
        String owner = Screenings.applicant();
        String slug = Screenings.accepted(owner);
        String id = Screenings.renewal(owner, slug);
        String screener = Screenings.screener();
        Screenings.score(screener, id, 3).then().statusCode(201);
        withdraw(slug).then().statusCode(200);

        Calls.as(owner)
                .get("/api/v1/applications/" + id)
                .then()
                .body("state", equalTo("declined"))
                .body("renews", equalTo(slug))
                .body("decision.reasons", containsString("is not renewed: Evidence is no longer assessed."));
        Screenings.score(Screenings.screener(), id, 3).then().statusCode(409);
        Screenings.decide(screener, id, "accept")
                .then()
                .statusCode(409)
                .body("detail", containsString("The application is declined"));
        Calls.as(owner)
                .body("{\"renews\":\"" + slug + "\"}")
                .post("/api/v1/applications")
                .then()
                .statusCode(409)
                .body("detail", containsString("gives the right back"));
        Calls.admin().get("/api/v1/issuers/" + slug).then().body("screening", equalTo("withdrawn"));
        Calls.admin()
                .post("/api/v1/issuers/" + slug + "/reinstate")
                .then()
                .statusCode(200)
                .body("screening", equalTo("accepted"));
        Screenings.renewal(owner, slug);
    }

    @Test
    void nothing_new_comes_of_it_whoever_asks() {
        String owner = Screenings.applicant();
        String slug = Screenings.accepted(owner);
        String draft = Calls.draft(slug);
        withdraw(slug).then().statusCode(200);

        withdraw(slug).then().statusCode(409).body("detail", containsString("already"));
        Calls.admin()
                .post("/api/v1/achievements/" + draft + "/publish")
                .then()
                .statusCode(409)
                .body("detail", containsString("withdrawn"));
        Calls.admin()
                .contentType("text/csv")
                .body("achievement,email\n" + draft + ",ada@example.org\n")
                .post("/api/v1/issuers/" + slug + "/batches")
                .then()
                .statusCode(409)
                .body("detail", containsString("withdrawn"));
        String other =
                Calls.admin().get("/api/v1/issuers/" + Calls.issuer("{}")).path("did");
        endorse(slug, other).then().statusCode(409).body("detail", containsString("endorses nobody"));
    }

    @Test
    void it_stands_beside_each_badge_since_when() {
        String owner = Screenings.applicant();
        String slug = Screenings.accepted(owner);
        String achievement = Calls.published(slug);
        String badge = Calls.award(slug, achievement).path("credential.id");
        withdraw(slug).then().statusCode(200);
        given().accept("text/html")
                .get("/achievements/" + achievement)
                .then()
                .body(containsString("The programme withdrew its endorsement of the issuer on "));

        byte[] json = given().get("/credentials/" + badge + ".json").asByteArray();
        given().contentType("application/vc")
                .body(json)
                .post("/verify")
                .then()
                .body("verified", equalTo(true))
                .body("trust.registries", empty())
                .body("trust.withdrawn.registry", hasItem("http://localhost:18081/registry"))
                .body("checks.find { it.id == 'issuer-known' }.problems.title", hasItem("Endorsement withdrawn"));
        given().accept("text/html")
                .get("/credentials/" + badge)
                .then()
                .statusCode(200)
                .body(containsString(
                        "<p class=\"note withdrawn\">The programme withdrew its endorsement of the issuer on "));
        given().header("Accept-Language", "es")
                .contentType("application/vc")
                .body(json)
                .post("/verify")
                .then()
                .body(
                        "checks.find { it.id == 'issuer-known' }.problems.detail",
                        hasItem(containsString("retiró su aval al emisor el")));
        given().get("/registry")
                .then()
                .body("registry.findAll { it.key.endsWith('" + slug + "') }", equalTo(java.util.Map.of()));
    }

    @Test
    void the_registry_vouches_for_the_name_that_was_screened() {
        String owner = Screenings.applicant();
        String slug = Screenings.accepted(owner);
        Response read = Calls.as(owner).get("/api/v1/issuers/" + slug);
        String did = read.path("did");
        Calls.as(owner)
                .header("If-Match", read.header("ETag"))
                .body("{\"name\":\"Totally Other\",\"url\":\"https://other.example\"}")
                .put("/api/v1/issuers/" + slug)
                .then()
                .statusCode(200)
                .body("profile.name", equalTo("Totally Other"))
                .body("screenedAs", equalTo("Oak Hill"));
        given().get("/registry")
                .then()
                .body("registry.'" + did + "'.name", equalTo("Oak Hill"))
                .body("registry.'" + did + "'.url", equalTo("https://" + slug + ".example"));
        String badge = Calls.award(slug, Calls.published(slug)).path("credential.id");
        given().contentType("application/vc")
                .body(given().get("/credentials/" + badge + ".json").asByteArray())
                .post("/verify")
                .then()
                .body("summary", containsString("Oak Hill"))
                .body("summary", not(containsString("Totally Other")));
    }

    @Test
    void the_programmes_word_for_it_falls_with_the_screening_and_not_by_itself() {
        String owner = Screenings.applicant();
        String slug = Screenings.accepted(owner);
        String did = Calls.admin().get("/api/v1/issuers/" + slug).path("did");
        String programme = Calls.admin().get("/api/v1/programme").path("slug");
        String path = "/api/v1/issuers/" + programme + "/endorsements";
        String word = Calls.admin().get(path + "?limit=200").path("items.find { it.subject == '" + did + "' }.id");
        Calls.admin()
                .body("{\"reason\":\"Changed our mind.\"}")
                .post(path + "/" + word + "/revoke")
                .then()
                .statusCode(409)
                .body("detail", containsString("/withdraw"));
        String waived =
                Calls.admin().get("/api/v1/issuers/" + Calls.issuer("{}")).path("did");
        endorse(programme, waived).then().statusCode(409).body("detail", containsString("passed screening"));
        endorse(programme, did).then().statusCode(201);
        withdraw(slug).then().statusCode(200);
        Calls.admin()
                .get(path + "?limit=200")
                .then()
                .body("items.find { it.id == '" + word + "' }.revokedAt", not(nullValue()));
    }

    @Test
    void what_is_endorsed_is_anothers_there_once_and_called_by_its_id() {
        String slug = Calls.issuer("{}");
        String other = Calls.issuer("{}");
        String did = Calls.admin().get("/api/v1/issuers/" + other).path("did");
        endorse(slug, "http://localhost:18081/issuers/" + other)
                .then()
                .statusCode(201)
                .body("subject", equalTo(did));
        endorse(slug, did).then().statusCode(409).body("detail", containsString("already"));
        endorse(slug, "http://localhost:18081/issuers/nobody-of-this-name")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/subject"));
        endorse(slug, "not a url").then().statusCode(422).body("errors.pointer", hasItem("/subject"));
        String own = Calls.admin().get("/api/v1/issuers/" + slug).path("did");
        endorse(slug, own).then().statusCode(422).body("errors.code", hasItem("own"));
    }

    private static Response endorse(String slug, String subject) {
        return Calls.admin()
                .body("{\"subject\":\"" + subject + "\",\"comment\":\"They teach our teachers.\"}")
                .post("/api/v1/issuers/" + slug + "/endorsements");
    }

    private static Response withdraw(String slug) {
        return Calls.admin()
                .body("{\"reason\":\"Evidence is no longer assessed.\"}")
                .post("/api/v1/issuers/" + slug + "/withdraw");
    }
}
