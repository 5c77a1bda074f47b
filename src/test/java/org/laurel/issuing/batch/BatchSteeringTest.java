package org.laurel.issuing.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;

/** Batches are watched, stopped, ended, taken back. */
@ServiceTest
class BatchSteeringTest {
    @Inject
    Pool pool;

    @Inject
    RowRetention retention;

    private BatchCalls calls;

    @BeforeEach
    void prepare() {
        calls = new BatchCalls();
    }

    @Test
    void it_can_be_stopped_taken_up_and_ended() {
        StringBuilder file = new StringBuilder("recipient.email,achievement\n");
        for (int i = 0; i < 1500; i++) {
            file.append("p")
                    .append(i)
                    .append("@example.org,")
                    .append(calls.achievement)
                    .append('\n');
        }
        Response batch = calls.csv("", file.toString());
        BatchCalls.post(batch, "pause").then().statusCode(200).body("state", equalTo("paused"));
        BatchCalls.post(batch, "pause").then().statusCode(200);
        BatchCalls.post(batch, "resume").then().statusCode(200);
        Response events = Calls.admin().get("/api/v1/batches/" + batch.path("id") + "/results?state=failed");
        assertThat(events.asString()).isEmpty();
        Response cancelled = BatchCalls.post(batch, "cancel");
        cancelled.then().statusCode(200).body("state", equalTo("cancelled"));
        BatchCalls.post(batch, "resume").then().statusCode(409);
        BatchCalls.post(batch, "cancel").then().statusCode(200);
        long seen = BatchCalls.results(batch, "").stream()
                .map(row -> row.path("state").asText())
                .filter(Set.of("awarded", "cancelled")::contains)
                .count();
        assertThat(seen).isEqualTo(1500);
        assertThat(events(batch)).containsExactly("batch.paused", "batch.resumed", "batch.cancelled");
    }

    /** What happened to a batch, oldest first; an event a change, none for what changed nothing. */
    private List<String> events(Response batch) {
        List<String> types = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Response page = Calls.admin().get("/api/v1/issuers/" + calls.issuer + "/events?limit=200" + cursor);
            page.then().statusCode(200);
            List<Map<String, String>> items = page.path("items");
            items.stream()
                    .filter(event -> batch.path("id").equals(event.get("subject")))
                    .forEach(event -> types.add(0, event.get("type")));
            cursor = page.path("next") == null ? null : "&cursor=" + page.path("next");
        }
        return types;
    }

    @Test
    void what_was_handed_in_is_forgotten_long_after_it_was_done() {
        Response old =
                calls.csv("", "recipient.email,achievement\nold@example.org," + calls.achievement + "\nnobody,x\n");
        Response fresh = calls.csv("", "recipient.email,achievement\nnew@example.org," + calls.achievement + "\n");
        BatchCalls.finished(old);
        BatchCalls.finished(fresh);
        pool.preparedQuery("update batch set finished_at = '2020-01-01' where public_id = $1")
                .execute(Tuple.of(old.<String>path("id")))
                .await()
                .indefinitely();
        assertThat(retention.forget().await().indefinitely()).isPositive();
        assertThat(retention.forget().await().indefinitely()).isZero();
        List<JsonNode> rows = BatchCalls.results(old, "");
        assertThat(rows).extracting(row -> row.path("state").asText()).containsExactly("awarded", "failed");
        assertThat(BatchCalls.results(old, "?as=requests")).isEmpty();
        assertThat(rows.get(0).at("/credential/url").asText()).isNotEmpty();
        Calls.admin().get("/api/v1/batches/" + old.path("id")).then().body("rowsForgottenAt", notNullValue());
        Calls.admin().get("/api/v1/batches/" + fresh.path("id")).then().body("rowsForgottenAt", nullValue());
        assertThat(BatchCalls.results(fresh, "?as=requests")).singleElement().satisfies(row -> assertThat(
                        row.at("/recipient/email").asText())
                .isEqualTo("new@example.org"));
    }

    @Test
    void its_progress_is_a_stream_that_ends() {
        Response batch = calls.csv("", "recipient.email,achievement\nada@example.org," + calls.achievement + "\n");
        String events = Calls.admin()
                .get("/api/v1/batches/" + batch.path("id") + "/events")
                .then()
                .contentType(containsString("text/event-stream"))
                .extract()
                .asString();
        assertThat(events)
                .contains("event: end")
                .contains("\"state\":\"completed\"")
                .contains("\"awarded\":1");
    }

    @Test
    void taking_back_asks_for_confirmation_and_can_be_undone() {
        Response batch = calls.csv("", "recipient.email,achievement\nada@example.org," + calls.achievement + "\n");
        BatchCalls.finished(batch);
        String revoke = "/api/v1/batches/" + batch.path("id") + "/revoke";
        Calls.admin()
                .body("{\"reason\":\"wrong file\",\"awarded\":7}")
                .post(revoke)
                .then()
                .statusCode(409)
                .body("errors[0].detail", containsString("awarded 1, not 7"));
        Calls.admin()
                .body("{\"reason\":\"wrong file\",\"awarded\":1}")
                .post(revoke)
                .then()
                .statusCode(202)
                .body("takeBack.reason", equalTo("wrong file"))
                .body("takeBack.doneAt", nullValue());
        Calls.admin().delete(revoke).then().statusCode(200).body("takeBack", nullValue());
    }

    @Test
    void what_is_taken_back_is_revoked_when_its_time_has_come() {
        Response batch = calls.csv(
                "",
                "recipient.email,achievement\nada@example.org," + calls.achievement + "\nbo@example.org,"
                        + calls.achievement + "\n");
        BatchCalls.finished(batch);
        String path = "/api/v1/batches/" + batch.path("id");
        Calls.admin()
                .body("{\"reason\":\"wrong file\",\"awarded\":2}")
                .post(path + "/revoke")
                .then()
                .statusCode(202);
        pool.preparedQuery("update batch set take_back_at = now() where public_id = $1")
                .executeAndAwait(Tuple.of((String) batch.path("id")));
        BatchCalls.until(path, view -> view.path("takeBack.doneAt") != null);
        for (JsonNode row : BatchCalls.results(batch, "")) {
            Calls.admin()
                    .get("/api/v1/awards/" + row.path("award").asText())
                    .then()
                    .body("state", equalTo("revoked"))
                    .body("reason", equalTo("wrong file"));
        }
        Calls.admin().delete(path + "/revoke").then().statusCode(409);
    }

    @Test
    void others_see_nothing_of_it() {
        Response batch = calls.csv("", "recipient.email,achievement\nada@example.org," + calls.achievement + "\n");
        String other = Calls.issuer("{}");
        String token = Calls.client(other, List.of("award:read", "award:create", "award:revoke"));
        for (String path : List.of("", "/results", "/events")) {
            Calls.as(token)
                    .get("/api/v1/batches/" + batch.path("id") + path)
                    .then()
                    .statusCode(404);
        }
        Calls.as(token)
                .post("/api/v1/batches/" + batch.path("id") + "/cancel")
                .then()
                .statusCode(404);
        calls.upload(Calls.as(token), "text/csv", "", "x").then().statusCode(404);
        calls.upload(Calls.as(Calls.client(calls.issuer, List.of("award:read"))), "text/csv", "", "x")
                .then()
                .statusCode(403);
        calls.upload(RestAssured.given(), "text/csv", "", "x").then().statusCode(401);
        BatchCalls.finished(batch);
    }

    @Test
    void an_erased_person_is_gone_from_the_rows_too() {
        Response batch = calls.csv("", "recipient.email,achievement\nada@example.org," + calls.achievement + "\n");
        BatchCalls.finished(batch);
        String award = BatchCalls.results(batch, "").get(0).path("award").asText();
        String person = Calls.admin().get("/api/v1/awards/" + award).path("recipient.id");
        Calls.admin().delete("/api/v1/recipients/" + person).then().statusCode(204);
        String requests = Calls.admin()
                .get("/api/v1/batches/" + batch.path("id") + "/results?as=requests")
                .asString();
        assertThat(requests).isEmpty();
        assertThat(BatchCalls.results(batch, "").get(0).path("state").asText()).isEqualTo("awarded");
    }
}
