package org.laurel.issuing.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;

/** What was only looked at is read anew, and awarded, without handing the file in again. */
@ServiceTest
class DryRunTest {
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
    void what_was_found_good_is_awarded_once() {
        Response batch = calls.csv(
                "?dryRun=true",
                "email,achievement\nada@example.org," + calls.achievement + "\nnobody," + calls.achievement + "\n");
        BatchCalls.finished(batch).then().body("valid", equalTo(1)).body("failed", equalTo(1));
        award(batch, 2).then().statusCode(409).body("errors[0].pointer", equalTo("/valid"));
        award(batch, 1)
                .then()
                .statusCode(202)
                .body("dryRun", equalTo(false))
                .body("state", equalTo("queued"))
                .body("awarded", equalTo(0));
        BatchCalls.finished(batch)
                .then()
                .body("state", equalTo("completed"))
                .body("awarded", equalTo(1))
                .body("failed", equalTo(1))
                .body("valid", equalTo(0));
        award(batch, 1).then().statusCode(409).body("detail", containsString("no dry run"));
        again(batch, "?duplicates=reissue").then().statusCode(409);
        assertThat(BatchCalls.results(batch, "?state=awarded")).hasSize(1);
    }

    @Test
    void one_bad_row_stops_what_is_all_or_nothing() {
        Response batch = calls.csv(
                "?dryRun=true&mode=allOrNothing",
                "email,achievement\nada@example.org," + calls.achievement + "\nnobody," + calls.achievement + "\n");
        BatchCalls.finished(batch);
        award(batch, 1).then().statusCode(409).body("detail", containsString("1 bad rows"));
        again(batch, "?mode=valid").then().statusCode(200).body("mode", equalTo("valid"));
        BatchCalls.finished(batch);
        award(batch, 1).then().statusCode(202);
        BatchCalls.finished(batch).then().body("awarded", equalTo(1));
    }

    @Test
    void whether_recipients_are_told_is_said_anew_and_else_stays_as_it_was() {
        Response batch = calls.csv("?dryRun=true", "email,achievement\nada@example.org," + calls.achievement + "\n");
        BatchCalls.finished(batch).then().body("notify", equalTo(false));
        again(batch, "?notify=true").then().statusCode(200).body("notify", equalTo(true));
        BatchCalls.finished(batch);
        again(batch, "?mode=valid").then().statusCode(200).body("notify", equalTo(true));
        BatchCalls.finished(batch);
        again(batch, "?notify=false").then().statusCode(200).body("notify", equalTo(false));
    }

    @Test
    void headers_that_are_not_known_wait_to_be_told() {
        Response batch = calls.csv(
                "?dryRun=true&unknown=hold&achievement=" + calls.achievement,
                "Correo;Vence;Nota\nada@example.org;2030-01-31;9,5\nbo@example.org;x;8\n");
        batch.then()
                .statusCode(202)
                .body("state", equalTo("paused"))
                .body("columns.header", equalTo(List.of("Correo", "Vence", "Nota")))
                .body("columns[0].field", nullValue());
        again(batch, "?column=Correo=nothing.such").then().statusCode(422).body("detail", containsString("\"Correo\""));
        again(batch, "?column=Correo=recipient.email")
                .then()
                .statusCode(200)
                .body("state", equalTo("paused"))
                .body("columns[0].field", equalTo("recipient.email"));
        again(batch, "?column=Vence=validUntil&column=Nota=creditsEarned")
                .then()
                .statusCode(200)
                .body("state", equalTo("queued"));
        BatchCalls.finished(batch).then().body("valid", equalTo(1)).body("failed", equalTo(1));
        JsonNode row = BatchCalls.results(batch, "?as=requests").get(0);
        assertThat(row.at("/recipient/email").asText()).isEqualTo("ada@example.org");
        assertThat(row.at("/validUntil").asText()).isEqualTo("2030-01-31T23:59:59Z");
        assertThat(row.at("/creditsEarned").decimalValue()).isEqualByComparingTo("9.5");
        assertThat(row.at("/achievement").asText()).isEqualTo(calls.achievement);
        again(batch, "?column=Vence=").then().statusCode(200).body("columns[1].field", equalTo(""));
        BatchCalls.finished(batch).then().body("valid", equalTo(2));
        again(batch, "?column=Nota=validUntil").then().statusCode(200);
        BatchCalls.finished(batch).then().body("failed", equalTo(2));
    }

    @Test
    void rows_that_say_the_same_are_found_anew() {
        Response batch = calls.csv(
                "?dryRun=true&unknown=hold&achievement=" + calls.achievement,
                "Correo\nada@example.org\nada@example.org\n");
        again(batch, "?column=Correo=recipient.email").then().statusCode(200);
        BatchCalls.finished(batch).then().body("valid", equalTo(1)).body("skipped", equalTo(1));
        again(batch, "?duplicates=reissue").then().statusCode(200);
        BatchCalls.finished(batch).then().body("valid", equalTo(2)).body("skipped", equalTo(0));
    }

    @Test
    void who_is_erased_meanwhile_is_not_awarded() {
        Response before = calls.csv("", "email,achievement\nada@example.org," + calls.achievement + "\n");
        BatchCalls.finished(before);
        Response batch = calls.csv(
                "?dryRun=true&duplicates=reissue",
                "email,achievement\nada@example.org," + calls.achievement + "\nbo@example.org," + calls.achievement
                        + "\n");
        BatchCalls.finished(batch).then().body("valid", equalTo(2));
        String award = BatchCalls.results(before, "").get(0).path("award").asText();
        String person = Calls.admin().get("/api/v1/awards/" + award).path("recipient.id");
        Calls.admin().delete("/api/v1/recipients/" + person).then().statusCode(204);
        again(batch, "?duplicates=skip").then().statusCode(200);
        BatchCalls.finished(batch).then().body("valid", equalTo(1)).body("failed", equalTo(1));
        award(batch, 1).then().statusCode(202);
        BatchCalls.finished(batch).then().body("awarded", equalTo(1)).body("failed", equalTo(1));
    }

    @Test
    void holding_is_for_dry_runs_and_rows_that_are_forgotten_are_gone() {
        calls.csv("?unknown=hold", "email\nada@example.org\n")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("?unknown"));
        Response batch = calls.csv("?dryRun=true", "email,achievement\nada@example.org," + calls.achievement + "\n");
        BatchCalls.finished(batch);
        pool.preparedQuery("update batch set rows_forgotten_at = now() where public_id = $1")
                .executeAndAwait(Tuple.of(batch.<String>path("id")));
        award(batch, 1).then().statusCode(409).body("detail", containsString("forgotten"));
        again(batch, "").then().statusCode(409);
    }

    @Test
    void one_that_nobody_told_about_is_forgotten_in_time() {
        Response batch = calls.csv("?dryRun=true&unknown=hold", "Correo\nada@example.org\n");
        pool.preparedQuery("update batch set created_at = '2020-01-01' where public_id = $1")
                .executeAndAwait(Tuple.of(batch.<String>path("id")));
        assertThat(retention.forget().await().indefinitely()).isPositive();
        assertThat(BatchCalls.results(batch, "?as=requests")).isEmpty();
        again(batch, "?column=Correo=recipient.email").then().statusCode(409);
    }

    @Test
    void the_account_is_saved_under_a_name_that_spreadsheets_understand() {
        Response batch = calls.csv("?dryRun=true", "email,achievement\nnobody," + calls.achievement + "\n");
        BatchCalls.finished(batch);
        Response saved = Calls.admin().get("/api/v1/batches/" + batch.path("id") + "/results?state=failed&as=csv");
        saved.then()
                .contentType(startsWith("text/csv"))
                .header(
                        "Content-Disposition",
                        equalTo("attachment; filename=\"batch-" + batch.path("id") + "-failed.csv\""));
        assertThat(saved.asString()).startsWith("\uFEFFrow,state,error,award,credential,recipient.email");
        Response again = calls.csv("?dryRun=true", saved.asString().replace("nobody", "ada@example.org"));
        BatchCalls.finished(again).then().body("valid", equalTo(1));
    }

    @Test
    void others_cannot_award_it() {
        Response batch = calls.csv("?dryRun=true", "email,achievement\nada@example.org," + calls.achievement + "\n");
        BatchCalls.finished(batch);
        String other = Calls.client(Calls.issuer("{}"), List.of("award:read", "award:create"));
        String reader = Calls.client(calls.issuer, List.of("award:read"));
        for (String step : List.of("award", "again")) {
            String path = "/api/v1/batches/" + batch.path("id") + "/" + step;
            Calls.as(other).body("{\"valid\":1}").post(path).then().statusCode(404);
            Calls.as(reader).body("{\"valid\":1}").post(path).then().statusCode(403);
        }
    }

    private static Response award(Response batch, int valid) {
        return Calls.admin().body("{\"valid\":" + valid + "}").post("/api/v1/batches/" + batch.path("id") + "/award");
    }

    private static Response again(Response batch, String query) {
        return Calls.admin().urlEncodingEnabled(false).post("/api/v1/batches/" + batch.path("id") + "/again" + query);
    }
}
