package org.laurel.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;
import org.laurel.fixture.Templates;
import org.laurel.shared.store.Database;

/** An educator hands in evidence: started, saved from two devices, checked, submitted, taken back; and an LMS does for somebody. */
@ServiceTest
class SubmissionTest {
    private static final String STATEMENTS =
            "\"statements\":{\"ownWork\":true,\"pupilsConsent\":\"given\",\"aiUse\":\"none\"}";
    static final String WHOLE = "{\"answers\":[{\"part\":\"overview\",\"text\":\"My class plans.\"},"
            + "{\"part\":\"plans\",\"text\":\"We changed the lesson.\"}]," + STATEMENTS + "}";
    private static final String EDUCATOR = "{\"educator\":{\"userId\":\"%s\",\"name\":\"Grace Hopper\","
            + "\"email\":\"grace@example.org\",\"consent\":{\"how\":\"ticked in the course\","
            + "\"at\":\"2026-11-28T08:00:00Z\"}}}";

    private final Database database;

    SubmissionTest(Database database) {
        this.database = database;
    }

    @Test
    void evidence_is_saved_from_two_devices_checked_submitted_and_frozen() {
        String educator = Screenings.applicant(); // who is called Ada
        String path = started(educator, earnable(Calls.issuer("{}")));
        Response first = Calls.as(educator).get(path);
        String tag = first.header("ETag");
        save(educator, path, tag, "{\"answers\":[{\"part\":\"overview\",\"text\":\"Ada was here.\"}]}")
                .then()
                .statusCode(200)
                .body("answers", hasSize(1));
        Response late = save(educator, path, tag, "{\"answers\":[{\"part\":\"plans\",\"text\":\"On the phone.\"}]}");
        late.then()
                .statusCode(412)
                .body("theirs.answers[0].text", equalTo("Ada was here."))
                .body("yours.answers.part", hasItem("plans"));

        Calls.as(educator)
                .get(path + "/check")
                .then()
                .statusCode(200)
                .body("errors.pointer", hasItems("/answers", "/statements/ownWork"))
                .body("warnings.pointer", hasItem("/answers/0/text"))
                .body("warnings[0].detail", containsString("(ada)"));
        Calls.as(educator)
                .post(path + "/submit")
                .then()
                .statusCode(422)
                .body("errors.detail", hasItem("Part 2 \"The plans\" is missing."));
        save(educator, path, late.header("ETag"), WHOLE).then().statusCode(200);
        Calls.as(educator)
                .post(path + "/submit")
                .then()
                .statusCode(200)
                .body("state", equalTo("submitted"))
                .body("round", equalTo(1));
        save(educator, path, Calls.as(educator).get(path).header("ETag"), WHOLE)
                .then()
                .statusCode(409)
                .body("detail", containsString("submitted"));
        Calls.as(educator).post(path + "/submit").then().statusCode(409);
    }

    @Test
    void what_cannot_be_saved_names_every_fault_and_changes_nothing() {
        String educator = educator();
        String path = started(educator, earnable(Calls.issuer("{}")));
        String tag = Calls.as(educator).get(path).header("ETag");
        save(educator, path, tag, "{\"answers\":[{\"part\":\"nowhere\"}]}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/answers/0/part"));
        save(
                        educator,
                        path,
                        tag,
                        "{\"answers\":[{\"part\":\"overview\",\"links\":[{\"url\":\"javascript:alert(1)\"}]}],"
                                + "\"statements\":{\"pupilsConsent\":\"perhaps\"},\"typo\":1}")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/answers/0/links/0/url", "/statements/pupilsConsent", "/typo"));
        Calls.as(educator).body("{}").patch(path).then().statusCode(428);
        Calls.as(educator).get(path).then().body("answers", hasSize(0)).header("ETag", equalTo(tag));
    }

    @Test
    void one_is_under_way_at_a_time_even_when_two_are_started_at_once() {
        String educator = educator();
        String achievement = earnable(Calls.issuer("{}"));
        List<Integer> codes = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> start(educator, achievement).statusCode()))
                .limit(4)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();
        assertThat(codes).containsExactly(201, 409, 409, 409);
        String id = Calls.as(educator)
                .get("/api/v1/submissions?achievement=" + achievement)
                .path("items[0].id");
        start(educator, achievement).then().statusCode(409).body("detail", containsString(id));
        Calls.as(educator)
                .post("/api/v1/submissions/" + id + "/withdraw")
                .then()
                .statusCode(200)
                .body("state", equalTo("withdrawn"));
        Calls.as(educator)
                .post("/api/v1/submissions/" + id + "/withdraw")
                .then()
                .statusCode(409)
                .body("detail", containsString("start anew"));
        start(educator, achievement).then().statusCode(201);
        Calls.as(educator)
                .get("/api/v1/submissions?state=draft")
                .then()
                .body("items", hasSize(1))
                .body("items.id", not(hasItem(id)));
    }

    @Test
    void starting_again_with_the_same_key_is_the_same_submission() {
        String educator = educator();
        String achievement = earnable(Calls.issuer("{}"));
        String id =
                keyed(educator, achievement).then().statusCode(201).extract().path("id");
        keyed(educator, achievement)
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", equalTo("true"))
                .body("id", equalTo(id));
    }

    private static Response keyed(String educator, String achievement) {
        return Calls.as(educator)
                .header("Idempotency-Key", "start-" + achievement)
                .post("/api/v1/achievements/" + achievement + "/submissions");
    }

    @Test
    void only_what_is_published_and_on_the_template_can_be_earned() {
        String educator = educator();
        String issuer = Calls.issuer("{}");
        start(educator, Calls.draft(issuer)).then().statusCode(404);
        start(educator, Calls.published(issuer)).then().statusCode(409).body("detail", containsString("template"));
        String retired = earnable(issuer);
        Calls.admin().post("/api/v1/achievements/" + retired + "/retire").then().statusCode(200);
        start(educator, retired).then().statusCode(409).body("detail", containsString("retired"));
        start(educator, "nonsense").then().statusCode(404);
    }

    @Test
    void nobody_else_finds_it_neither_the_owner_nor_an_assessor_nor_the_administrator() {
        String issuer = Calls.issuer("{}");
        String path = started(educator(), earnable(issuer));
        Calls.as(educator()).get(path).then().statusCode(404);
        Calls.as(People.joined(issuer, "owner")).get(path).then().statusCode(404);
        Calls.as(People.joined(issuer, "assessor")).get(path).then().statusCode(404);
        Calls.admin().get(path).then().statusCode(404);
    }

    @Test
    void a_learning_platform_hands_in_for_somebody_whom_it_knows() {
        String issuer = Calls.issuer("{}");
        String achievement = earnable(issuer);
        String lms = Calls.client(issuer, List.of("submission:read", "submission:write"));
        Calls.as(lms)
                .post("/api/v1/achievements/" + achievement + "/submissions")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/educator"));
        String path = "/api/v1/submissions/"
                + startFor(lms, achievement, "u-1")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        startFor(lms, achievement, "u-1").then().statusCode(409);
        startFor(lms, achievement, "u-2").then().statusCode(201);
        Calls.as(lms).get("/api/v1/submissions").then().body("items", hasSize(2));
        save(lms, path, Calls.as(lms).get(path).header("ETag"), WHOLE)
                .then()
                .statusCode(200)
                .body("educator.userId", equalTo("u-1"));
        Calls.as(lms).post(path + "/submit").then().statusCode(200).body("state", equalTo("submitted"));
        Calls.as(Calls.client(issuer, List.of("submission:read")))
                .get(path)
                .then()
                .statusCode(404);
        Calls.as(Calls.client(Calls.issuer("{}"), List.of("submission:write")))
                .body(EDUCATOR.formatted("u-3"))
                .post("/api/v1/achievements/" + achievement + "/submissions")
                .then()
                .statusCode(404);
        Calls.as(educator())
                .body(EDUCATOR.formatted("u-4"))
                .post("/api/v1/achievements/" + achievement + "/submissions")
                .then()
                .statusCode(422);
    }

    @Test
    void it_is_in_the_export_of_an_account_and_goes_when_the_account_is_erased() throws Throwable {
        String educator = educator();
        String path = started(educator, earnable(Calls.issuer("{}")));
        save(educator, path, Calls.as(educator).get(path).header("ETag"), WHOLE)
                .then()
                .statusCode(200);
        Calls.as(educator).post(path + "/submit").then().statusCode(200);
        Calls.as(educator)
                .get("/api/v1/people/me/export")
                .then()
                .statusCode(200)
                .body("submissions[0].submission.state", equalTo("submitted"))
                .body("submissions[0].submitted[0].content.answers[0].text", equalTo("My class plans."));
        Calls.as(educator)
                .body("{\"password\":\"" + People.PASSWORD + "\"}")
                .post("/api/v1/people/me/erasure")
                .then()
                .statusCode(204);
        assertThat(sealedUnderALivingKey(path)).isZero();
    }

    /** How much of what was written could still be opened. */
    private long sealedUnderALivingKey(String path) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> database.read(session -> Database.select(
                        session,
                        "select count(*) from submission s join person_key k on k.issuer_no = s.issuer_no and"
                                + " k.person_no = s.id where s.public_id = $1",
                        path.substring(path.lastIndexOf('/') + 1))
                .map(rows -> (Long) rows.get(0)[0])));
    }

    @Test
    void what_happened_is_in_the_audit_without_a_word_of_what_was_written() {
        String issuer = Calls.issuer("{}");
        String educator = educator();
        String path = started(educator, earnable(issuer));
        save(educator, path, Calls.as(educator).get(path).header("ETag"), WHOLE)
                .then()
                .statusCode(200);
        Calls.as(educator).post(path + "/submit").then().statusCode(200);
        Calls.admin()
                .get("/api/v1/issuers/" + issuer + "/events")
                .then()
                .body("items.type", hasItems("submission.started", "submission.submitted"))
                .body("items.detail", not(hasItem(containsString("class"))));
    }

    @Test
    void a_withdrawn_organisation_takes_nothing_more() {
        String issuer = Calls.issuer("{}");
        String achievement = earnable(issuer);
        Calls.admin()
                .body("{\"reason\":\"Evidence is no longer assessed.\"}")
                .post("/api/v1/issuers/" + issuer + "/withdraw")
                .then()
                .statusCode(200);
        start(educator(), achievement)
                .then()
                .statusCode(409)
                .body("errors", nullValue())
                .body("detail", containsString("withdrawn"));
    }

    private static String educator() {
        return Screenings.person("educator", People.email());
    }

    /** A published micro-credential on the template; gives its id. */
    static String earnable(String issuer) {
        return Calls.published(issuer, Templates.complete("Feedback"), false);
    }

    static Response start(String educator, String achievement) {
        return Calls.as(educator).post("/api/v1/achievements/" + achievement + "/submissions");
    }

    static Response startFor(String lms, String achievement, String user) {
        return Calls.as(lms).body(educator(user)).post("/api/v1/achievements/" + achievement + "/submissions");
    }

    /** Somebody whom a program knows by this id. */
    static String educator(String user) {
        return EDUCATOR.formatted(user);
    }

    static String started(String educator, String achievement) {
        Response started = start(educator, achievement);
        started.then().statusCode(201).body("state", equalTo("draft"));
        return started.header("Location").replaceFirst("^https?://[^/]+", "");
    }

    static Response save(String who, String path, String tag, String content) {
        return Calls.as(who).header("If-Match", tag).body(content).patch(path);
    }
}
