package org.laurel.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;
import org.laurel.shared.store.Database;

/** Revocations that can be undone for a while, of one and of many. */
@ServiceTest
class RevocationTest {
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    private final Database database;

    RevocationTest(Database database) {
        this.database = database;
    }

    @Test
    void nobody_hears_of_a_revocation_before_its_time_and_it_can_be_undone() {
        String issuer = Calls.issuer("{}");
        Response award = Calls.award(issuer, Calls.published(issuer));
        String id = award.path("id");
        revoke(id, "{\"reason\":\"R\",\"undo\":\"PT1H\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("issued"))
                .body("reason", nullValue())
                .body("revocation.reason", equalTo("R"))
                .body("revocation.at", notNullValue());
        String at = read(id).path("revocation.at");
        revoke(id, "{\"reason\":\"Again\",\"undo\":\"PT2H\"}").then().body("revocation.at", equalTo(at));
        verified(award, true);
        Calls.admin()
                .body("{}")
                .post("/api/v1/awards/" + id + "/renew")
                .then()
                .statusCode(409)
                .body("detail", containsString("about to be revoked"));
        undo(id).then().statusCode(200).body("state", equalTo("issued")).body("revocation", nullValue());
        undo(id).then().statusCode(409);
        Calls.admin()
                .get("/api/v1/issuers/" + issuer + "/events")
                .then()
                .body("items.type", hasItems("credential.revocation-planned", "credential.revocation-undone"));
        revoke(id, "{\"reason\":\"R\",\"undo\":\"PT1H\"}").then().statusCode(200);
        revoke(id, "{\"reason\":\"Now\"}")
                .then()
                .body("state", equalTo("revoked"))
                .body("reason", equalTo("Now"))
                .body("revocation", nullValue());
        undo(id).then().statusCode(409).body("detail", containsString("The award is revoked"));
        verified(award, false);
    }

    @Test
    void once_its_time_has_come_it_is_revoked() throws Throwable {
        String issuer = Calls.issuer("{}");
        Response award = Calls.award(issuer, Calls.published(issuer));
        String id = award.path("id");
        revoke(id, "{\"reason\":\"R\",\"undo\":\"PT24H\"}").then().statusCode(200);
        VertxContextSupport.subscribeAndAwait(() -> database.write(session -> Database.select(
                session,
                "update planned_revocation p set due_at = p.planned_at from award a where a.issuer_no = p.issuer_no"
                        + " and a.id = p.id and a.public_id = $1 returning 1",
                id)));
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (read(id).path("state").equals("issued") && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        read(id).then().body("state", equalTo("revoked")).body("reason", equalTo("R"));
        verified(award, false);
    }

    @Test
    void the_time_for_second_thoughts_is_at_most_a_day() {
        String issuer = Calls.issuer("{}");
        String id = Calls.award(issuer, Calls.published(issuer)).path("id");
        for (String undo : List.of("PT25H", "-PT1M", "ten minutes", "P1Y")) {
            revoke(id, "{\"reason\":\"R\",\"undo\":\"" + undo + "\"}")
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/undo"));
        }
        read(id).then().body("state", equalTo("issued"));
    }

    @Test
    void many_are_revoked_together_or_none() {
        String issuer = Calls.issuer("{}");
        String achievement = Calls.published(issuer);
        List<String> ids = IntStream.range(0, 60)
                .mapToObj(i -> Calls.award(issuer, achievement).<String>path("id"))
                .toList();
        String first = "\"" + String.join("\",\"", ids) + "\"";
        many(issuer, first + ",\"1-nobody\"", "")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/awards/60"));
        many(issuer, first + "," + first, "").then().statusCode(422);
        read(ids.get(0)).then().body("state", equalTo("issued"));
        many(issuer, first, "")
                .then()
                .statusCode(200)
                .body("awards.id", equalTo(ids))
                .body("awards.state", everyItem(equalTo("revoked")));
        many(issuer, first, "").then().statusCode(200);
        String stranger = Calls.issuer("{}");
        many(stranger, "\"" + ids.get(0) + "\"", "").then().statusCode(422);
    }

    @Test
    void many_can_be_undone_together() {
        String issuer = Calls.issuer("{}");
        String achievement = Calls.published(issuer);
        String one = Calls.award(issuer, achievement).path("id");
        String other = Calls.award(issuer, achievement).path("id");
        Response planned = many(issuer, "\"" + one + "\",\"" + other + "\"", ",\"undo\":\"PT10M\"");
        planned.then()
                .body("awards.state", everyItem(equalTo("issued")))
                .body("awards.revokedAt", everyItem(notNullValue()));
        String undo = "/api/v1/issuers/" + issuer + "/awards/revocations/" + planned.path("id");
        Calls.admin().delete(undo).then().statusCode(204);
        Calls.admin().delete(undo).then().statusCode(409);
        read(one).then().body("revocation", nullValue());
        read(other).then().body("revocation", nullValue());
    }

    private static Response many(String issuer, String ids, String more) {
        return Calls.admin()
                .body("{\"awards\":[" + ids + "],\"reason\":\"The exam was void\"" + more + "}")
                .post("/api/v1/issuers/" + issuer + "/awards/revocations");
    }

    private static Response revoke(String id, String body) {
        return Calls.admin().body(body).post("/api/v1/awards/" + id + "/revoke");
    }

    private static Response undo(String id) {
        return Calls.admin().delete("/api/v1/awards/" + id + "/revoke");
    }

    private static Response read(String id) {
        return Calls.admin().get("/api/v1/awards/" + id);
    }

    private static void verified(Response award, boolean verified) {
        boolean found = given().queryParam("url", award.<String>path("credential.url"))
                .get("/verify")
                .path("verified");
        assertThat(found).isEqualTo(verified);
    }
}
