package org.laurel.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;

/** From an application to an organisation that may issue, and back. */
@ServiceTest
class ScreeningTest {

    @BeforeEach
    void writeTheProgramme() {
        Screenings.programme();
    }

    @Test
    void two_screeners_who_differ_call_a_third_who_asks_for_changes_and_then_it_is_accepted() {
        String applicant = Screenings.applicant();
        String slug = Screenings.slug();
        String id = Screenings.submitted(applicant, slug);
        String first = Screenings.screener();
        String second = Screenings.screener();
        String third = Screenings.screener();

        Screenings.score(first, id, 3).then().statusCode(201).body("total", equalTo(15));
        Calls.as(second)
                .get("/api/v1/applications/" + id)
                .then()
                .body("scored", equalTo(1))
                .body("scores", hasSize(0))
                .body("state", equalTo("in-review"));
        Screenings.decide(first, id, "accept").then().statusCode(409).body("detail", containsString("Two screeners"));
        Screenings.score(second, id, 1).then().statusCode(201);
        Calls.as(first).get("/api/v1/applications/" + id).then().body("scores", hasSize(2));
        Screenings.decide(first, id, "accept").then().statusCode(409).body("detail", containsString("third"));
        Screenings.score(third, id, 1).then().statusCode(201);
        Screenings.decide(second, id, "request-changes").then().statusCode(409);
        Screenings.decide(third, id, "accept").then().statusCode(409).body("detail", containsString("10"));
        Screenings.decide(third, id, "request-changes").then().statusCode(200);

        changedAndSubmittedAgain(applicant, id);
        Screenings.score(first, id, 3).then().statusCode(201);
        Screenings.score(second, id, 2).then().statusCode(201);
    }

    private static void changedAndSubmittedAgain(String applicant, String id) {
        Response read = Calls.as(applicant).get("/api/v1/applications/" + id);
        read.then()
                .body("state", equalTo("changes-requested"))
                .body("decision.reasons", equalTo("For reasons that we give."))
                .body("scores", nullValue());
        Calls.as(applicant)
                .header("If-Match", read.header("ETag"))
                .body("{\"populations\":[\"Grades 6 to 8\",\"Multilingual learners\"]}")
                .patch("/api/v1/applications/" + id)
                .then()
                .statusCode(200);
        Calls.as(applicant)
                .post("/api/v1/applications/" + id + "/submit")
                .then()
                .statusCode(200)
                .body("round", equalTo(2));
    }

    @Test
    void accepting_makes_the_organisation_its_owner_and_the_programmes_word_for_it() {
        String applicant = Screenings.applicant();
        String slug = Screenings.accepted(applicant);
        Calls.as(applicant)
                .get("/api/v1/issuers/" + slug)
                .then()
                .statusCode(200)
                .body("screening", equalTo("accepted"))
                .body("screenedUntil", not(nullValue()));
        given().accept("application/json")
                .get("/issuers/" + slug)
                .then()
                .statusCode(200)
                .body("endorsementJwt", hasSize(1));
        String did = Calls.admin().get("/api/v1/issuers/" + slug).path("did");
        given().get("/registry").then().body("registry.'" + did + "'.name", equalTo("Oak Hill"));
        String endorsement = endorsementOf(did);
        Response hosted = given().accept("application/json").get(endorsement);
        hosted.then()
                .statusCode(200)
                .body("type", hasItem("EndorsementCredential"))
                .body("credentialSubject.id", equalTo(did));
        given().contentType("application/vc")
                .body(hosted.asByteArray())
                .post("/verify")
                .then()
                .statusCode(200)
                .body("verified", equalTo(true))
                .body("trust.registries.name", hasItem("Educator Micro-credentials"))
                .body("trust.registries.note", hasItem("as the programme that keeps it"));
        given().contentType("text/plain")
                .body(given().get(endorsement + ".jwt").asString())
                .post("/verify")
                .then()
                .body("verified", equalTo(true));
    }

    @Test
    void of_awards_and_a_withdrawal_at_once_none_comes_after_it() throws InterruptedException {
        for (int round = 0; round < 3; round++) {
            String slug = Screenings.accepted(Screenings.applicant());
            String achievement = Calls.published(slug);
            String awards = "/api/v1/issuers/" + slug + "/awards";
            CountDownLatch begun = new CountDownLatch(4);
            List<Integer> last = new CopyOnWriteArrayList<>();
            List<Thread> awarders = IntStream.range(0, 4)
                    .mapToObj(one -> new Thread(() -> last.add(awardUntilRefused(awards, achievement, one, begun))))
                    .toList();
            awarders.forEach(Thread::start);
            begun.await();
            Calls.admin()
                    .body("{\"reason\":\"At once.\"}")
                    .post("/api/v1/issuers/" + slug + "/withdraw")
                    .then()
                    .statusCode(200);
            int then = count(awards);
            for (Thread awarder : awarders) {
                awarder.join();
            }
            assertThat(last).hasSize(4).containsOnly(409);
            assertThat(count(awards)).isEqualTo(then);
        }
    }

    /** One award after the other; gives the status of the first that was not made. */
    private static int awardUntilRefused(String awards, String achievement, int who, CountDownLatch begun) {
        for (int i = 0; ; i++) {
            int status = Calls.admin()
                    .body("{\"achievement\":\"" + achievement + "\",\"recipient\":{\"email\":\"r" + who + "-" + i
                            + "@example.org\"}}")
                    .post(awards)
                    .statusCode();
            begun.countDown();
            if (status != 201) {
                return status;
            }
        }
    }

    private static int count(String awards) {
        Response page = Calls.admin().get(awards + "?limit=200");
        int found = page.path("items.size()");
        while (page.path("next") != null) {
            page = Calls.admin().queryParam("cursor", page.<String>path("next")).get(awards + "?limit=200");
            found += page.<Integer>path("items.size()");
        }
        return found;
    }

    @Test
    void withdrawal_stops_what_is_new_and_leaves_what_was_awarded() {
        String applicant = Screenings.applicant();
        String slug = Screenings.accepted(applicant);
        String achievement = Calls.published(slug);
        Response award = Calls.award(slug, achievement);
        String did = Calls.admin().get("/api/v1/issuers/" + slug).path("did");
        String endorsement = endorsementOf(did);
        Calls.admin()
                .body("{\"reason\":\"Evidence is no longer assessed.\"}")
                .post("/api/v1/issuers/" + slug + "/withdraw")
                .then()
                .statusCode(200)
                .body("screening", equalTo("withdrawn"));

        Calls.admin()
                .body("{\"achievement\":\"" + achievement + "\",\"recipient\":{\"email\":\"new@example.org\"}}")
                .post("/api/v1/issuers/" + slug + "/awards")
                .then()
                .statusCode(409)
                .body("detail", containsString("withdrawn"));
        given().get("/registry").then().body("registry.'" + did + "'", nullValue());
        given().accept("application/json")
                .get("/issuers/" + slug)
                .then()
                .statusCode(200)
                .body("endorsementJwt", nullValue());
        assertOldBadgesStand(endorsement, award);
        given().accept("text/html")
                .get("/credentials/" + award.path("credential.id"))
                .then()
                .statusCode(200)
                .body(containsString("withdrew its endorsement"));
        Calls.admin()
                .post("/api/v1/issuers/" + slug + "/reinstate")
                .then()
                .statusCode(200)
                .body("screening", equalTo("accepted"));
        given().get("/registry").then().body("registry.'" + did + "'.name", equalTo("Oak Hill"));
        Calls.award(slug, achievement);
    }

    private static void assertOldBadgesStand(String endorsement, Response award) {
        given().contentType("application/vc")
                .body(given().accept("application/vc").get(endorsement).asByteArray())
                .post("/verify")
                .then()
                .body("verified", equalTo(false))
                .body("outcome", equalTo("failed"));
        given().contentType("application/vc")
                .body(given().get("/credentials/" + award.path("credential.id") + ".json")
                        .asByteArray())
                .post("/verify")
                .then()
                .body("verified", equalTo(true));
        Calls.admin()
                .body("{\"reason\":\"x\"}")
                .post("/api/v1/awards/" + award.path("id") + "/revoke")
                .then()
                .statusCode(200);
    }

    @Test
    void who_is_affiliated_or_says_so_does_not_score() {
        String slug = Screenings.slug();
        String id = Screenings.submitted(Screenings.applicant(), slug);
        String insider = Screenings.person("screener", "someone@staff." + slug + ".example");
        Screenings.score(insider, id, 3)
                .then()
                .statusCode(409)
                .body("detail", containsString("one of the organisation"));
        String honest = Screenings.screener();
        Screenings.score(honest, id, 3).then().statusCode(201);
        Calls.as(honest)
                .body("{\"reason\":\"I worked there.\"}")
                .post("/api/v1/applications/" + id + "/conflicts")
                .then()
                .statusCode(201);
        Calls.as(honest)
                .get("/api/v1/applications/" + id)
                .then()
                .body("scored", equalTo(0))
                .body("conflicts", hasSize(1));
        Screenings.score(honest, id, 3).then().statusCode(409).body("detail", containsString("conflict"));
    }

    @Test
    void an_incomplete_application_is_told_all_that_is_missing_in_words_of_the_form() {
        String applicant = Screenings.applicant();
        String id = Calls.as(applicant)
                .body("{\"research\":[{\"title\":\"A\"}]}")
                .post("/api/v1/applications")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Calls.as(applicant)
                .post("/api/v1/applications/" + id + "/submit")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/organisation/name", "/mission", "/research/0/doi", "/populations"))
                .body("errors.detail", hasItem("The mission is missing."))
                .body("errors.size()", greaterThan(10));
        Calls.as(applicant)
                .body("{\"missionn\":\"x\"}")
                .header("If-Match", "\"v1\"")
                .patch("/api/v1/applications/" + id)
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("unknown-member"));
    }

    @Test
    void a_stale_save_is_refused_with_both_versions_and_each_save_is_kept() {
        String applicant = Screenings.applicant();
        String id = Calls.as(applicant)
                .body("{\"mission\":\"One\"}")
                .post("/api/v1/applications")
                .path("id");
        String path = "/api/v1/applications/" + id;
        Calls.as(applicant)
                .header("If-Match", "\"v1\"")
                .body("{\"mission\":\"Two\"}")
                .patch(path)
                .then()
                .statusCode(200);
        Calls.as(applicant)
                .header("If-Match", "\"v1\"")
                .body("{\"mission\":\"Three\"}")
                .patch(path)
                .then()
                .statusCode(412)
                .body("yours.mission", equalTo("Three"))
                .body("theirs.mission", equalTo("Two"));
        Calls.as(applicant).get(path + "/saves").then().body("items.content.mission", equalTo(List.of("Two", "One")));
        Calls.as(Screenings.applicant()).get(path).then().statusCode(404);
        Calls.as(Screenings.screener()).get(path).then().statusCode(404);
        Calls.as(applicant).post(path + "/withdraw").then().statusCode(200).body("state", equalTo("withdrawn"));
        Calls.as(applicant)
                .post(path + "/submit")
                .then()
                .statusCode(409)
                .body("detail", containsString("withdrawn"))
                .body("detail", containsString("Allowed now"));
    }

    @Test
    void applicant_and_screener_talk_and_the_history_says_who_did_what() {
        String applicant = Screenings.applicant();
        String id = Screenings.submitted(applicant, Screenings.slug());
        String path = "/api/v1/applications/" + id;
        Calls.as(Screenings.screener())
                .body("{\"text\":\"Which study was done in your schools?\"}")
                .post(path + "/messages")
                .then()
                .statusCode(201)
                .body("byScreener", equalTo(true));
        Calls.as(applicant)
                .body("{\"text\":\"The second.\"}")
                .post(path + "/messages")
                .then()
                .statusCode(201);
        Calls.as(applicant)
                .get(path + "/messages")
                .then()
                .body("items.text", equalTo(List.of("Which study was done in your schools?", "The second.")));
        Calls.as(applicant)
                .get(path + "/events")
                .then()
                .body("items.type", hasItems("application.created", "application.submitted", "application.message"));
    }

    @Test
    void of_many_who_score_and_decide_at_once_exactly_as_many_win_as_may() {
        String id = Screenings.submitted(Screenings.applicant(), Screenings.slug());
        List<String> screeners = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            screeners.add(Screenings.screener());
        }
        List<Integer> scored =
                together(screeners, one -> Screenings.score(one, id, 3).statusCode());
        assertThat(scored).containsOnly(201, 409);
        assertThat(scored.stream().filter(one -> one == 201)).hasSize(2);
        List<Integer> decided =
                together(screeners, one -> Screenings.decide(one, id, "accept").statusCode());
        assertThat(decided.stream().filter(one -> one == 200)).hasSize(1);
        assertThat(decided).containsOnly(200, 409);
    }

    private static List<Integer> together(List<String> callers, java.util.function.Function<String, Integer> call) {
        List<CompletableFuture<Integer>> all = callers.stream()
                .map(one -> CompletableFuture.supplyAsync(() -> call.apply(one)))
                .toList();
        return all.stream().map(CompletableFuture::join).toList();
    }

    @Test
    void renewing_extends_the_term_and_replaces_the_word() {
        String applicant = Screenings.applicant();
        String slug = Screenings.accepted(applicant);
        Screenings.renewed(applicant, slug).then().body("issuer", equalTo(slug));
        given().accept("application/json").get("/issuers/" + slug).then().body("endorsementJwt", hasSize(1));
        Calls.as(Screenings.applicant())
                .body("{\"renews\":\"" + slug + "\"}")
                .post("/api/v1/applications")
                .then()
                .statusCode(422);
    }

    private static String endorsementOf(String did) {
        String programme = Calls.admin().get("/api/v1/programme").path("slug");
        List<String> urls = Calls.admin()
                .get("/api/v1/issuers/" + programme + "/endorsements?limit=200")
                .path("items.findAll { it.subject == '" + did + "' }.url");
        String url = urls.get(0);
        return url.substring(url.indexOf("/endorsements/"));
    }
}
