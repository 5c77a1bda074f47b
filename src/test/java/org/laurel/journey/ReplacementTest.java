package org.laurel.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.PostOffice;
import org.laurel.fixture.ServiceTest;

/** Awards that take the place of others: renewed for a time more, or corrected. */
@ServiceTest
@TestProfile(PostOffice.Set.class)
class ReplacementTest {
    private static final int ROUNDS = 5;

    @Test
    void a_renewal_is_a_new_badge_and_each_leads_to_the_other() {
        String issuer = Calls.issuer("{}");
        Response old = full(issuer, Calls.published(issuer));
        Response renewed = renew(old.path("id"), "{\"validUntil\":\"2040-01-01T00:00:00Z\",\"externalId\":\"r-2\"}");
        renewed.then()
                .statusCode(201)
                .header("Location", containsString("/api/v1/awards/" + renewed.path("id")))
                .body("id", not(equalTo(old.path("id"))))
                .body("state", equalTo("issued"))
                .body("externalId", equalTo("r-2"))
                .body("replaces.kind", equalTo("renewal"))
                .body("replaces.award", equalTo(old.path("id")))
                .body("replaces.credential", equalTo(old.path("credential.url")))
                .body("recipient.id", equalTo(old.path("recipient.id")));
        read(old.path("id"))
                .then()
                .body("state", equalTo("issued"))
                .body("externalId", equalTo("r-1"))
                .body("replacedBy.award", equalTo(renewed.path("id")));
        Response before = badge(old);
        Response after = badge(renewed);
        after.then()
                .body("awardedDate", equalTo(before.path("awardedDate")))
                .body("validUntil", equalTo("2040-01-01T00:00:00Z"))
                .body("evidence", equalTo(before.path("evidence")))
                .body("credentialSubject.narrative", equalTo("Did *it*"))
                .body("credentialSubject.creditsEarned", equalTo(1.5f))
                .body("credentialSubject.identifier", equalTo(before.path("credentialSubject.identifier")))
                .body("credentialSubject.achievement", equalTo(before.path("credentialSubject.achievement")));
        verify(old, true);
        verify(renewed, true);
        page(old, "en").body(containsString("It was renewed.")).body(containsString(renewed.path("credential.url")));
        page(renewed, "es")
                .body(containsString("Renueva una insignia anterior:"))
                .body(containsString(old.path("credential.url")));
    }

    @Test
    void a_renewal_lasts_as_long_as_the_old_one_did_when_nothing_is_said() {
        String issuer = Calls.issuer("{}");
        String achievement = Calls.published(issuer);
        Response old = award(
                issuer, achievement, ",\"validFrom\":\"2020-01-01T00:00:00Z\",\"validUntil\":\"2030-01-01T00:00:00Z\"");
        Response renewed = Calls.admin().post("/api/v1/awards/" + old.path("id") + "/renew");
        renewed.then().statusCode(201).body("validUntil", containsString("203"));
        renew(award(issuer, achievement, "").path("id"), "{}")
                .then()
                .statusCode(201)
                .body("validUntil", nullValue());
        renew(award(issuer, achievement, "").path("id"), "{\"validUntil\":\"2020-01-01T00:00:00Z\"}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/validUntil"));
        renew(award(issuer, achievement, "").path("id"), "{\"until\":\"2040-01-01T00:00:00Z\"}")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("unknown-member"));
    }

    @Test
    void what_cannot_be_renewed_says_what_is_allowed() {
        String issuer = Calls.issuer("{\"suspension\":true}");
        String achievement = Calls.published(issuer);
        String revoked = award(issuer, achievement, "").path("id");
        Calls.admin().body("{\"reason\":\"R\"}").post("/api/v1/awards/" + revoked + "/revoke");
        refused(revoked, "The award is revoked, so you cannot renew it. Allowed now: award anew.");
        String suspended = award(issuer, achievement, "").path("id");
        Calls.admin().body("{\"reason\":\"R\"}").post("/api/v1/awards/" + suspended + "/suspend");
        refused(suspended, "The award is suspended, so you cannot renew it. Allowed now: reinstate, revoke.");
        String renewed = award(issuer, achievement, "").path("id");
        renew(renewed, "{}").then().statusCode(201);
        refused(renewed, "The award is renewed, so you cannot renew it.");
        String last = award(issuer, achievement, "").path("id");
        Calls.admin()
                .post("/api/v1/achievements/" + achievement + "/retire")
                .then()
                .statusCode(200);
        refused(last, "The micro-credential is retired, so you cannot renew its awards. Allowed now: correct");
        correct(last, "{\"term\":\"Autumn\"}").then().statusCode(201);
        Calls.admin()
                .delete("/api/v1/recipients/" + read(last).path("recipient.id"))
                .then()
                .statusCode(204);
        renew(last, "{}").then().statusCode(410);
    }

    @Test
    void a_correction_changes_what_it_names_and_revokes_the_old_one() {
        String issuer = Calls.issuer("{}");
        Response old = full(issuer, Calls.published(issuer));
        Response corrected = correct(
                old.path("id"),
                "{\"reason\":\"Wrong term\",\"recipient\":{\"name\":\"Ada Lovelace\"},\"term\":\"Spring\",\"creditsEarned\":2,"
                        + "\"evidence\":[{\"id\":\"https://example.org/f\"}],\"without\":[\"narrative\",\"validUntil\"]}");
        corrected
                .then()
                .statusCode(201)
                .body("replaces.kind", equalTo("correction"))
                .body("recipient.id", equalTo(old.path("recipient.id")))
                .body("recipient.name", equalTo("Ada Lovelace"))
                .body("validFrom", equalTo(old.path("validFrom")));
        badge(corrected)
                .then()
                .body("awardedDate", equalTo(badge(old).path("awardedDate")))
                .body("validUntil", nullValue())
                .body("evidence.id", equalTo(List.of("https://example.org/f")))
                .body("credentialSubject.narrative", nullValue())
                .body("credentialSubject.term", equalTo("Spring"))
                .body("credentialSubject.role", equalTo("Teacher"))
                .body("credentialSubject.identifier", equalTo(badge(old).path("credentialSubject.identifier")));
        read(old.path("id"))
                .then()
                .body("state", equalTo("revoked"))
                .body("reason", equalTo("Wrong term"))
                .body("replacedBy.kind", equalTo("correction"));
        verify(old, false);
        verify(corrected, true);
        page(old, "en").body(containsString("It was corrected."));
        correct(old.path("id"), "{}").then().statusCode(409).body("detail", containsString("The award is corrected"));
        Calls.admin()
                .get("/api/v1/issuers/" + issuer + "/events")
                .then()
                .body("items.type", hasItem("credential.corrected"));
    }

    @Test
    void a_wrong_address_is_corrected_and_the_page_of_the_stranger_leads_nowhere() {
        String issuer = Calls.issuer("{}");
        Response old = award(issuer, Calls.published(issuer), "");
        Response corrected = correct(old.path("id"), "{\"recipient\":{\"email\":\"ada.l@example.org\"}}");
        corrected
                .then()
                .statusCode(201)
                .body("recipient.email", equalTo("ada.l@example.org"))
                .body("recipient.id", not(equalTo(old.path("recipient.id"))));
        read(old.path("id")).then().body("replacedBy.award", equalTo(corrected.path("id")));
        page(old, "en").body(not(containsString(corrected.path("credential.url"))));
        given().contentType("text/plain")
                .body(given().get(corrected.path("credential.url") + ".jwt").asString())
                .post("/verify?recipient=ada.l@example.org")
                .then()
                .body("verified", equalTo(true));
        correct(corrected.path("id"), "{\"recipient\":{\"email\":\"nobody\"},\"without\":[\"id\"]}")
                .then()
                .statusCode(422);
    }

    @Test
    void who_was_told_of_a_badge_is_told_of_the_one_that_takes_its_place() {
        try (PostOffice post = new PostOffice()) {
            String issuer = Calls.issuer("{}");
            String achievement = Calls.published(issuer);
            String email = People.email();
            Response old = Calls.admin()
                    .body("{\"achievement\":\"" + achievement + "\",\"recipient\":{\"email\":\"" + email
                            + "\"},\"notify\":true}")
                    .post("/api/v1/issuers/" + issuer + "/awards");
            post.to(email, 1);
            Response corrected = correct(old.path("id"), "{\"term\":\"Autumn\"}");
            PostOffice.Received letter = post.to(email, 2).get(1);
            assertThat(letter.text())
                    .contains("in which something was wrong")
                    .contains(old.<String>path("credential.url"))
                    .contains(corrected.<String>path("credential.url"));
            Response quiet = renew(corrected.path("id"), "{\"notify\":false}");
            quiet.then().statusCode(201);
            assertThat(post.to(email)).hasSize(2);
        }
    }

    @Test
    void the_same_call_gives_the_same_award() {
        String issuer = Calls.issuer("{}");
        String id = award(issuer, Calls.published(issuer), "").path("id");
        Response first = once(id, "{\"term\":\"Autumn\"}");
        Response again = once(id, "{\"term\":\"Autumn\"}");
        first.then().statusCode(201);
        again.then().statusCode(201).header("Idempotent-Replayed", "true").body("id", equalTo(first.path("id")));
        once(id, "{\"term\":\"Spring\"}").then().statusCode(422);
    }

    private static Response once(String id, String body) {
        return Calls.admin().header("Idempotency-Key", "k-" + id).body(body).post("/api/v1/awards/" + id + "/correct");
    }

    @Test
    void who_may_not_revoke_may_not_correct() {
        String issuer = Calls.issuer("{}");
        String id = award(issuer, Calls.published(issuer), "").path("id");
        String awarder = Calls.client(issuer, List.of("award:create"));
        Calls.as(awarder)
                .body("{}")
                .post("/api/v1/awards/" + id + "/correct")
                .then()
                .statusCode(403)
                .body("detail", containsString("award:revoke"));
        Calls.as(awarder)
                .body("{}")
                .post("/api/v1/awards/" + id + "/renew")
                .then()
                .statusCode(201);
    }

    @Test
    void of_two_who_correct_at_once_one_wins() throws Exception {
        String issuer = Calls.issuer("{}");
        String achievement = Calls.published(issuer);
        for (int i = 0; i < ROUNDS; i++) {
            String id = award(issuer, achievement, "").path("id");
            List<Integer> codes = atOnce(
                    () -> correct(id, "{\"term\":\"Autumn\"}"),
                    () -> correct(id, "{\"term\":\"Spring\"}"),
                    () -> renew(id, "{}"));
            assertThat(codes).containsOnlyOnce(201);
            assertThat(codes).filteredOn(code -> code == 409).hasSize(2);
            read(id).then().body("replacedBy.award", notNullValue());
        }
    }

    @Test
    void of_a_correction_and_a_revocation_at_once_one_wins() throws Exception {
        String issuer = Calls.issuer("{}");
        String achievement = Calls.published(issuer);
        for (int i = 0; i < ROUNDS; i++) {
            String id = award(issuer, achievement, "").path("id");
            List<Integer> codes = atOnce(
                    () -> correct(id, "{\"term\":\"Autumn\"}"),
                    () -> Calls.admin().body("{\"reason\":\"R\"}").post("/api/v1/awards/" + id + "/revoke"));
            Response end = read(id);
            end.then().body("state", equalTo("revoked"));
            boolean corrected = end.path("replacedBy") != null;
            assertThat(codes.get(0)).isEqualTo(corrected ? 201 : 409);
            assertThat(end.<String>path("reason")).isEqualTo(corrected ? "Superseded by a corrected badge." : "R");
        }
    }

    @SafeVarargs
    private static List<Integer> atOnce(Supplier<Response>... calls) {
        List<CompletableFuture<Integer>> running = Arrays.stream(calls)
                .map(call -> CompletableFuture.supplyAsync(() -> call.get().statusCode()))
                .toList();
        return running.stream().map(CompletableFuture::join).toList();
    }

    private static void refused(String id, String detail) {
        renew(id, "{}").then().statusCode(409).body("detail", containsString(detail));
    }

    private static Response renew(String id, String body) {
        return Calls.admin().body(body).post("/api/v1/awards/" + id + "/renew");
    }

    private static Response correct(String id, String body) {
        return Calls.admin().body(body).post("/api/v1/awards/" + id + "/correct");
    }

    private static Response read(String id) {
        return Calls.admin().get("/api/v1/awards/" + id);
    }

    private static Response badge(Response award) {
        return given().get(award.path("credential.url") + ".json");
    }

    private static ValidatableResponse page(Response award, String language) {
        return given().accept("text/html")
                .header("Accept-Language", language)
                .get(award.<String>path("credential.url"))
                .then()
                .statusCode(200);
    }

    private static void verify(Response award, boolean verified) {
        given().queryParam("url", award.<String>path("credential.url"))
                .get("/verify")
                .then()
                .body("verified", equalTo(verified));
    }

    private static Response award(String issuer, String achievement, String more) {
        Response made = Calls.admin()
                .body("{\"achievement\":\"" + achievement + "\",\"recipient\":{\"email\":\"ada@example.org\"}" + more
                        + "}")
                .post("/api/v1/issuers/" + issuer + "/awards");
        made.then().statusCode(201);
        return made;
    }

    private static Response full(String issuer, String achievement) {
        Response made = Calls.admin()
                .body("{\"achievement\":\"" + achievement
                        + "\",\"recipient\":{\"email\":\"ada@example.org\",\"name\":\"Ada\","
                        + "\"identifiers\":[{\"identityType\":\"sourcedId\",\"value\":\"s-1\"}]},"
                        + "\"validFrom\":\"2026-01-01T00:00:00Z\",\"validUntil\":\"2030-01-01T00:00:00Z\","
                        + "\"creditsEarned\":1.5,\"term\":\"Autumn\",\"role\":\"Teacher\",\"narrative\":\"Did *it*\","
                        + "\"evidence\":[{\"id\":\"https://example.org/e\",\"name\":\"E\"}],\"externalId\":\"r-1\"}")
                .post("/api/v1/issuers/" + issuer + "/awards");
        made.then().statusCode(201);
        return made;
    }
}
