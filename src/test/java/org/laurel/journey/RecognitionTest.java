package org.laurel.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;

/** What micro-credentials count for, said by organisations that recognise them, and where it is read. */
@ServiceTest
class RecognitionTest {
    private static final String HOURS = "\"kind\":\"hours\",\"amount\":15.50,\"where\":\"Springfield Unified\","
            + "\"from\":\"2026-01-01T00:00:00Z\",\"until\":\"2036-06-30T00:00:00Z\"";

    @Test
    void a_recognition_is_signed_hosted_and_shown_with_the_micro_credential_and_its_badges() {
        String issuer = Calls.issuer("{}");
        String achievement = Calls.published(issuer);
        String district = recogniser();
        Response made = recognise(achievement, district, HOURS);
        String sentence = "Counts as 15.5 hours of professional learning in Springfield Unified, from 2026-01-01"
                + " until 2036-06-30.";
        made.then()
                .statusCode(201)
                .body("state", equalTo("standing"))
                .body("by.slug", equalTo(district))
                .body("sentence", equalTo(sentence));
        String endorsement = made.path("endorsement");
        given().get(endorsement + ".json")
                .then()
                .statusCode(200)
                .body("type", hasItem("EndorsementCredential"))
                .body("issuer.id", containsString(":" + district))
                .body("validFrom", equalTo("2026-01-01T00:00:00Z"))
                .body("validUntil", equalTo("2036-06-30T00:00:00Z"))
                .body("credentialSubject.id", containsString(achievement))
                .body("credentialSubject.endorsementComment", equalTo(sentence));
        verify(endorsement, true);
        given().get("/achievements/" + achievement + "/recognitions")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(made.<String>path("id"))));
        Calls.admin()
                .get("/api/v1/achievements/" + achievement + "/recognitions")
                .then()
                .body("items[0].sentence", equalTo(sentence));
        assertShown(achievement, Calls.award(issuer, achievement).path("credential.url"), made);
        verify(endorsement, false);
        recognise(achievement, district, HOURS).then().statusCode(201);
    }

    /** As long as it stands, and no longer. */
    private static void assertShown(String achievement, String badge, Response made) {
        for (String page : List.of("/achievements/" + achievement, badge)) {
            page(page, "en")
                    .then()
                    .body(containsString("counts as 15.5 hours of professional learning in Springfield"));
            page(page, "es").then().body(containsString("cuenta como 15.5 horas de formación profesional"));
        }
        given().accept("application/json")
                .get("/achievements/" + achievement)
                .then()
                .body("endorsementJwt", hasSize(1));

        withdraw(made, "The agreement ended.").then().statusCode(200).body("state", equalTo("withdrawn"));
        withdraw(made, "Again.").then().statusCode(200);
        page(badge, "en").then().body(not(containsString("counts as 15.5 hours")));
        given().get("/achievements/" + achievement + "/recognitions").then().body("items", hasSize(0));
    }

    @Test
    void only_a_recognising_organisation_recognises_and_says_what_can_be_counted() {
        String issuer = Calls.issuer("{}");
        String achievement = Calls.published(issuer);
        recognise(achievement, issuer, HOURS).then().statusCode(409).body("detail", containsString("recogniser"));
        String district = recogniser();
        recognise(Calls.draft(issuer), district, HOURS).then().statusCode(404);
        recognise(achievement, district, "\"kind\":\"hours\",\"where\":\"S\"")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/amount"));
        recognise(achievement, district, "\"kind\":\"fame\",\"amount\":1,\"where\":\"S\"")
                .then()
                .statusCode(422);
        recognise(achievement, district, "\"kind\":\"hours\",\"amount\":0,\"where\":\"[S](x)\"")
                .then()
                .statusCode(422);
        recognise(
                        achievement,
                        district,
                        "\"kind\":\"hours\",\"amount\":1,\"where\":\"S\",\"until\":\"2020-01-01T00:00:00Z\"")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/until"));
    }

    @Test
    void each_kind_is_said_once_and_by_its_own_way_taken_back() {
        String achievement = Calls.published(Calls.issuer("{}"));
        String district = recogniser();
        Response first = recognise(achievement, district, "\"kind\":\"licence-renewal\",\"where\":\"the State\"");
        first.then().statusCode(201).body("sentence", startsWith("Counts towards licence renewal in the State, from "));
        recognise(achievement, district, "\"kind\":\"licence-renewal\",\"amount\":3,\"where\":\"the State\"")
                .then()
                .statusCode(409)
                .body("detail", containsString("withdraw that first"));
        recognise(achievement, district, "\"kind\":\"credits\",\"amount\":2,\"where\":\"the State\"")
                .then()
                .statusCode(201);
        String endorsement = first.<String>path("endorsement").replaceFirst(".*/", "");
        Calls.admin()
                .body("{\"reason\":\"R\"}")
                .post("/api/v1/issuers/" + district + "/endorsements/" + endorsement + "/revoke")
                .then()
                .statusCode(409)
                .body("detail", containsString("withdraw that instead"));
        Calls.admin()
                .post("/api/v1/achievements/" + achievement + "/retire")
                .then()
                .statusCode(200);
        recognise(achievement, district, HOURS).then().statusCode(409).body("detail", containsString("retired"));
    }

    @Test
    void one_that_begins_later_is_not_shown_before() {
        String achievement = Calls.published(Calls.issuer("{}"));
        recognise(
                        achievement,
                        recogniser(),
                        "\"kind\":\"hours\",\"amount\":7,\"where\":\"S\",\"from\":\"2035-01-01T00:00:00Z\"")
                .then()
                .statusCode(201)
                .body("from", equalTo("2035-01-01T00:00:00Z"))
                .body("until", nullValue());
        given().get("/achievements/" + achievement + "/recognitions").then().body("items", hasSize(0));
        given().accept("application/json")
                .get("/achievements/" + achievement)
                .then()
                .body("endorsementJwt", nullValue());
    }

    @Test
    void strangers_neither_recognise_nor_withdraw_for_others() {
        String achievement = Calls.published(Calls.issuer("{}"));
        String district = recogniser();
        String stranger = Calls.client(recogniser(), List.of("endorsement:write"));
        Calls.as(stranger)
                .body("{\"by\":\"" + district + "\"," + HOURS + "}")
                .post("/api/v1/achievements/" + achievement + "/recognitions")
                .then()
                .statusCode(404);
        Response made = recognise(achievement, district, HOURS);
        Calls.as(stranger)
                .body("{\"reason\":\"R\"}")
                .post("/api/v1/recognitions/" + made.path("id") + "/withdraw")
                .then()
                .statusCode(404);
        String own = Calls.client(district, List.of("endorsement:write"));
        Calls.as(own)
                .body("{\"reason\":\"R\"}")
                .post("/api/v1/recognitions/" + made.path("id") + "/withdraw")
                .then()
                .statusCode(200);
    }

    @Test
    void who_recognises_what_is_a_filter_of_the_catalogue() {
        String issuer = Calls.issuer("{}");
        String achievement = Calls.published(issuer);
        Calls.published(issuer);
        String district = recogniser();
        recognise(achievement, district, HOURS).then().statusCode(201);
        given().accept("application/json")
                .get("/catalogue?recogniser=" + district)
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(achievement)))
                .body("total", equalTo(1));
        given().accept("application/json")
                .get("/catalogue?issuer=" + issuer)
                .then()
                .body("total", equalTo(2))
                .body("facets.recogniser.value", equalTo(List.of(district)))
                .body("facets.recogniser.count", equalTo(List.of(1)));
        page("/catalogue?issuer=" + issuer, "en").then().body(containsString("Recognised by"));
    }

    @Test
    void of_several_who_say_the_same_at_once_one_wins() {
        String achievement = Calls.published(Calls.issuer("{}"));
        String district = recogniser();
        List<CompletableFuture<Integer>> running = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> recognise(achievement, district, HOURS).statusCode()))
                .toList();
        assertThat(running.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(201, 409, 409, 409);
        given().get("/achievements/" + achievement + "/recognitions").then().body("items", hasSize(1));
    }

    static String recogniser() {
        String slug = "district-" + People.email().replaceAll("\\D", "");
        Calls.admin()
                .body("{\"slug\":\"" + slug + "\",\"name\":\"Springfield\",\"kind\":\"recogniser\"}")
                .post("/api/v1/issuers")
                .then()
                .statusCode(201);
        return slug;
    }

    static Response recognise(String achievement, String by, String what) {
        return Calls.admin()
                .body("{\"by\":\"" + by + "\"," + what + "}")
                .post("/api/v1/achievements/" + achievement + "/recognitions");
    }

    private static Response withdraw(Response made, String reason) {
        return Calls.admin()
                .body("{\"reason\":\"" + reason + "\"}")
                .post("/api/v1/recognitions/" + made.path("id") + "/withdraw");
    }

    private static Response page(String address, String language) {
        return given().accept("text/html").header("Accept-Language", language).get(address);
    }

    private static void verify(String url, boolean verified) {
        given().queryParam("url", url).get("/verify").then().body("verified", equalTo(verified));
    }
}
