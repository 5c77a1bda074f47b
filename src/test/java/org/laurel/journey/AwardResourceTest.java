package org.laurel.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;

/** Awards: made, read, listed, revoked, suspended, reinstated. */
@ServiceTest
class AwardResourceTest {

    @Test
    void the_answer_to_an_award_says_where_it_is_and_the_badge_holds_no_address() {
        String issuer = Calls.issuer("{}");
        String achievement = Calls.published(issuer);
        Response award = Calls.award(issuer, achievement);
        award.then()
                .header("Location", endsWith("/api/v1/awards/" + award.path("id")))
                .header("ETag", "\"v1\"")
                .body("state", equalTo("issued"))
                .body("achievement", equalTo(achievement))
                .body("issuer", equalTo(issuer))
                .body("recipient.email", equalTo("ada@example.org"))
                .body("credential.formats", equalTo(List.of("json", "jwt", "png", "svg", "pdf")))
                .body("issuedBy", equalTo("administrator"));
        Response read = Calls.admin().get("/api/v1/awards/" + award.path("id"));
        assertThat(read.<Map<String, Object>>path("$")).isEqualTo(award.<Map<String, Object>>path("$"));
        given().get(award.<String>path("credential.url"))
                .then()
                .statusCode(200)
                .body("id", equalTo(award.path("credential.url")))
                .body("credentialSubject.achievement.id", containsString(achievement))
                .body("credentialSubject.identifier[0].hashed", equalTo(true));
        assertThat(given().get(award.<String>path("credential.url")).asString()).doesNotContain("ada@example.org");
    }

    @Test
    void the_fullest_award_goes_into_the_badge() {
        String issuer = Calls.issuer("{}");
        String achievement = Calls.published(issuer);
        Response award = Calls.admin()
                .body("{\"achievement\":\"" + achievement + "\",\"recipient\":{\"name\":\"Ada\","
                        + "\"did\":\"did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK\",\"identifiers\":"
                        + "[{\"identityType\":\"sourcedId\",\"value\":\"s-1\",\"hashed\":false}]},"
                        + "\"validFrom\":\"2026-01-01T00:00:00+01:00\",\"validUntil\":\"2030-01-01T00:00:00Z\","
                        + "\"creditsEarned\":1.5,\"term\":\"Autumn\",\"role\":\"Teacher\",\"narrative\":\"Did *it*\","
                        + "\"licenseNumber\":\"L-1\",\"evidence\":[{\"id\":\"https://example.org/e\",\"name\":\"E\"}],"
                        + "\"externalId\":\"ours-1\",\"notify\":false}")
                .post("/api/v1/issuers/" + issuer + "/awards");
        award.then().statusCode(201).body("externalId", equalTo("ours-1")).body("recipient.name", equalTo("Ada"));
        given().get(award.<String>path("credential.url"))
                .then()
                .body("validFrom", equalTo("2025-12-31T23:00:00Z"))
                .body("validUntil", equalTo("2030-01-01T00:00:00Z"))
                .body("credentialSubject.id", containsString("did:key:"))
                .body("credentialSubject.creditsEarned", equalTo(1.5f))
                .body("credentialSubject.term", equalTo("Autumn"))
                .body("credentialSubject.role", equalTo("Teacher"))
                .body("credentialSubject.narrative", equalTo("Did *it*"))
                .body("credentialSubject.licenseNumber", equalTo("L-1"))
                .body("credentialSubject.identifier[0].identityHash", equalTo("s-1"))
                .body("evidence[0].id", equalTo("https://example.org/e"));
        Calls.admin()
                .body("{\"achievement\":\"" + achievement
                        + "\",\"recipient\":{\"email\":\"b@example.org\"},\"externalId\":\"ours-1\"}")
                .post("/api/v1/issuers/" + issuer + "/awards")
                .then()
                .statusCode(409)
                .body("errors[0].pointer", equalTo("/externalId"));
        list(issuer, "externalId=ours-1").body("items.id", equalTo(List.of(award.<String>path("id"))));
    }

    @Test
    void revocation_is_final_and_repeating_it_changes_nothing() {
        String issuer = Calls.issuer("{\"suspension\":true}");
        String id = Calls.award(issuer, Calls.published(issuer)).path("id");
        move(id, "revoke").statusCode(200).body("state", equalTo("revoked")).body("reason", equalTo("revoke it"));
        String tag = Calls.admin().get("/api/v1/awards/" + id).header("ETag");
        move(id, "revoke").statusCode(200).header("ETag", tag);
        move(id, "suspend").statusCode(409);
        move(id, "reinstate").statusCode(409);
        Calls.admin().get("/api/v1/awards/" + id).then().body("state", equalTo("revoked"));
    }

    @Test
    void a_suspension_ends_and_may_become_a_revocation() {
        String issuer = Calls.issuer("{\"suspension\":true}");
        String id = Calls.award(issuer, Calls.published(issuer)).path("id");
        move(id, "suspend").statusCode(200).body("state", equalTo("suspended"));
        move(id, "reinstate").statusCode(200).body("state", equalTo("issued"));
        move(id, "reinstate").statusCode(200).body("state", equalTo("issued"));
        move(id, "suspend").statusCode(200);
        move(id, "revoke").statusCode(200).body("state", equalTo("revoked"));
    }

    @Test
    void a_list_goes_page_by_page_newest_first_and_keeps_its_filter() {
        String issuer = Calls.issuer("{}");
        String achievement = Calls.published(issuer);
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(0, Calls.award(issuer, achievement).path("id"));
        }
        move(made.get(0), "revoke").statusCode(200);
        List<String> read = new ArrayList<>();
        String address = "/api/v1/issuers/" + issuer + "/awards?limit=2&state=issued";
        for (int pages = 0; !address.isEmpty(); pages++) {
            assertThat(pages).isLessThan(3);
            Response page = Calls.admin().urlEncodingEnabled(false).get(address);
            read.addAll(page.path("items.id"));
            String link = page.header("Link");
            address = link == null ? "" : link.replaceAll("<([^>]*)>.*", "$1");
            assertThat(address.isEmpty()).isEqualTo(page.path("next") == null);
        }
        assertThat(read).isEqualTo(made.subList(1, 5));
        list(issuer, "state=revoked").body("items.id", equalTo(made.subList(0, 1)));
        list(issuer, "achievement=" + achievement).body("items", hasSize(5));
        list(issuer, "recipient=1-unknown").body("items", hasSize(0));
    }

    @Test
    void a_retired_micro_credential_is_awarded_no_more_and_its_badges_stay() {
        String issuer = Calls.issuer("{}");
        String achievement = Calls.published(issuer);
        Response award = Calls.award(issuer, achievement);
        Calls.admin()
                .post("/api/v1/achievements/" + achievement + "/retire")
                .then()
                .statusCode(200)
                .body("state", equalTo("retired"));
        Calls.admin()
                .body("{\"achievement\":\"" + achievement + "\",\"recipient\":{\"email\":\"b@example.org\"}}")
                .post("/api/v1/issuers/" + issuer + "/awards")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("not-published"));
        given().get(award.<String>path("credential.url")).then().statusCode(200);
    }

    private static ValidatableResponse move(String id, String how) {
        return Calls.admin()
                .body("{\"reason\":\"" + how + " it\"}")
                .post("/api/v1/awards/" + id + "/" + how)
                .then();
    }

    private static ValidatableResponse list(String issuer, String query) {
        return Calls.admin()
                .get("/api/v1/issuers/" + issuer + "/awards?" + query)
                .then()
                .statusCode(200);
    }
}
