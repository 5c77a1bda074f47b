package org.laurel.issuing.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;

/** What becomes of the rows of files. */
@ServiceTest
class BatchResourceTest {
    private BatchCalls calls;

    @BeforeEach
    void prepare() {
        calls = new BatchCalls();
    }

    @Test
    void every_row_of_a_file_becomes_a_badge_and_is_accounted_for() {
        StringBuilder file = new StringBuilder("recipient.email,achievement,externalId\n");
        for (int i = 0; i < 250; i++) {
            file.append("ada")
                    .append(i)
                    .append("@example.org,")
                    .append(calls.achievement)
                    .append(",r")
                    .append(i)
                    .append('\n');
        }
        Response accepted = calls.csv("", file.toString());
        accepted.then()
                .statusCode(202)
                .header("Location", equalTo("/api/v1/batches/" + accepted.path("id")))
                .body("total", equalTo(250));
        BatchCalls.finished(accepted)
                .then()
                .body("state", equalTo("completed"))
                .body("awarded", equalTo(250))
                .body("processed", equalTo(250))
                .body("startedAt", notNullValue())
                .body("finishedAt", notNullValue())
                .body("fault", nullValue());
        accounted(BatchCalls.results(accepted, ""));
        Calls.admin().get("/api/v1/issuers/" + calls.issuer + "/batches").then().body("items.id", hasItem((String)
                accepted.path("id")));
    }

    private static void accounted(List<JsonNode> rows) {
        assertThat(rows).hasSize(250);
        Set<String> badges = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i).path("row").asInt()).isEqualTo(i + 2);
            assertThat(rows.get(i).path("state").asText()).isEqualTo("awarded");
            assertThat(rows.get(i).path("externalId").asText()).isEqualTo("r" + i);
            badges.add(rows.get(i).path("credential").path("url").asText());
        }
        assertThat(badges).hasSize(250);
        RestAssured.given()
                .contentType("application/json")
                .body(RestAssured.get(badges.iterator().next() + ".json").asByteArray())
                .post("/verify")
                .then()
                .body("outcome", equalTo("verified"));
    }

    @Test
    void bad_rows_are_told_exactly_and_can_be_corrected_and_handed_in_again() {
        String file = "recipient.email;achievement;creditsEarned;narrative\n"
                + "good@example.org;" + calls.achievement + ";1,5;fine\n"
                + "nobody;" + calls.achievement + ";1;\n"
                + "two@example.org;1-abcdefghijklmnopqrstuvwxyz;many;=cmd|x\n";
        Response accepted = calls.csv("", file);
        BatchCalls.finished(accepted).then().body("awarded", equalTo(1)).body("failed", equalTo(2));
        List<JsonNode> failed = BatchCalls.results(accepted, "?state=failed");
        assertThat(failed.get(0).path("row").asInt()).isEqualTo(3);
        assertThat(failed.get(0).at("/errors/0/pointer").asText()).isEqualTo("/recipient/email");
        assertThat(failed.get(1).findValuesAsText("pointer")).contains("/creditsEarned");
        String account = Calls.admin()
                .accept("text/csv")
                .get("/api/v1/batches/" + accepted.path("id") + "/results?state=failed")
                .asString();
        assertThat(account)
                .startsWith("row,state,error,award,credential,recipient.email,achievement,creditsEarned,narrative\r\n")
                .contains("\r\n3,failed,recipient.email: ")
                .contains("'=cmd|x")
                .doesNotContain("good@example.org");
        String corrected = account.replace("nobody", "somebody@example.org")
                .replace("1-abcdefghijklmnopqrstuvwxyz", calls.achievement)
                .replace("many", "2");
        Response again = calls.csv("", corrected);
        BatchCalls.finished(again).then().body("awarded", equalTo(2)).body("failed", equalTo(0));
    }

    @Test
    void a_dry_run_judges_all_and_awards_none() {
        String file = "recipient.email,achievement\nada@example.org," + calls.achievement + "\nno," + calls.achievement
                + "\nada@example.org," + calls.achievement + "\n";
        Response accepted = calls.csv("?dryRun=true", file);
        BatchCalls.finished(accepted)
                .then()
                .body("dryRun", equalTo(true))
                .body("valid", equalTo(1))
                .body("failed", equalTo(1))
                .body("skipped", equalTo(1))
                .body("awarded", equalTo(0));
        Calls.admin().get("/api/v1/issuers/" + calls.issuer + "/awards").then().body("items.size()", equalTo(0));
    }

    @Test
    void one_bad_row_stops_all_where_that_is_asked_for() {
        String good = "recipient.email,achievement\nada@example.org," + calls.achievement + "\n";
        Response refused = calls.csv("?mode=allOrNothing", good + "no," + calls.achievement + "\n");
        BatchCalls.finished(refused)
                .then()
                .body("state", equalTo("failed"))
                .body("failed", equalTo(1))
                .body("awarded", equalTo(0))
                .body("fault", containsString("bad row"));
        assertThat(BatchCalls.results(refused, "").get(0).path("state").asText())
                .isEqualTo("valid");
        Response taken = calls.csv("?mode=allOrNothing", good + "bo@example.org," + calls.achievement + "\n");
        BatchCalls.finished(taken).then().body("state", equalTo("completed")).body("awarded", equalTo(2));
    }

    @Test
    void who_holds_the_badge_is_skipped_failed_or_awarded_again() {
        String file = "recipient.email\nada@example.org\nADA@example.org \n";
        String whole = "achievement=" + calls.achievement;
        BatchCalls.finished(calls.csv("?" + whole, file))
                .then()
                .body("awarded", equalTo(1))
                .body("skipped", equalTo(1));
        Response skipped = calls.csv("?" + whole, file);
        BatchCalls.finished(skipped).then().body("awarded", equalTo(0)).body("skipped", equalTo(2));
        assertThat(BatchCalls.results(skipped, "").get(0).at("/errors/0/code").asText())
                .isIn("held", "twice");
        assertThat(BatchCalls.results(skipped, "").get(0).path("award").asText())
                .isNotEmpty();
        BatchCalls.finished(calls.csv("?duplicates=fail&" + whole, file)).then().body("failed", equalTo(2));
        BatchCalls.finished(calls.csv("?duplicates=reissue&" + whole, file))
                .then()
                .body("awarded", equalTo(2));
    }

    @Test
    void an_external_id_names_one_award_for_ever() {
        String row = "{\"achievement\":\"" + calls.achievement
                + "\",\"recipient\":{\"email\":\"%s\"},\"externalId\":\"x\"}\n";
        String file = row.formatted("ada@example.org") + row.formatted("bo@example.org");
        Response first = calls.ndjson("?duplicates=fail", file.getBytes(StandardCharsets.UTF_8));
        BatchCalls.finished(first).then().body("awarded", equalTo(1)).body("failed", equalTo(1));
        assertThat(BatchCalls.results(first, "?state=failed")
                        .get(0)
                        .at("/errors/0/code")
                        .asText())
                .isEqualTo("twice");
        Response second = calls.ndjson(
                "?duplicates=reissue", row.formatted("cy@example.org").getBytes(StandardCharsets.UTF_8));
        BatchCalls.finished(second).then().body("failed", equalTo(1));
        assertThat(BatchCalls.results(second, "").get(0).at("/errors/0/code").asText())
                .isEqualTo("taken");
    }

    @Test
    void gzip_is_taken_and_the_same_call_is_one_batch() throws IOException {
        byte[] file = BatchCalls.gzip("recipient.email,achievement\nada@example.org," + calls.achievement + "\n");
        Response first = calls.keyed("k1", file);
        Response again = calls.keyed("k1", file);
        assertThat((String) again.path("id")).isEqualTo(first.path("id"));
        calls.keyed("k1", BatchCalls.gzip("recipient.email,achievement\nbo@example.org," + calls.achievement + "\n"))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems#key-reused"));
        BatchCalls.finished(first).then().body("awarded", equalTo(1));
    }

    @Test
    void a_form_brings_a_file_that_is_told_by_its_name() throws IOException {
        String csv = "recipient.email,achievement\nform@example.org," + calls.achievement + "\n";
        String line =
                "{\"recipient\":{\"email\":\"line@example.org\"},\"achievement\":\"" + calls.achievement + "\"}\n";
        assertThat(BatchCalls.finished(form("file", "Lista.CSV", csv.getBytes(StandardCharsets.UTF_8)))
                        .<Integer>path("awarded"))
                .isEqualTo(1);
        assertThat(BatchCalls.finished(form("file", "roster.ndjson.gz", BatchCalls.gzip(line)))
                        .<Integer>path("awarded"))
                .isEqualTo(1);
        form("roster", "roster.csv", csv.getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(400)
                .body("detail", containsString("in the part \"file\""));
        Calls.admin()
                .contentType("multipart/form-data")
                .multiPart("note", "no file here")
                .post("/api/v1/issuers/" + calls.issuer + "/batches")
                .then()
                .statusCode(400)
                .body("detail", containsString("got none"));
    }

    private Response form(String part, String name, byte[] file) {
        return Calls.admin()
                .contentType("multipart/form-data")
                .multiPart(part, name, file, "application/vnd.ms-excel")
                .post("/api/v1/issuers/" + calls.issuer + "/batches");
    }

    @Test
    void a_file_that_cannot_be_read_leaves_nothing_behind() {
        calls.csv("", "recipient.email,achievement\n\"ada@example.org," + calls.achievement + "\n")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("unbalanced-quotes"));
        calls.csv("", "").then().statusCode(400).body("errors[0].code", equalTo("no-header"));
        calls.csv("", "recipient.email,achievement\n")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("no-rows"));
        calls.csv("", "mail,colour\nx,y\n")
                .then()
                .statusCode(422)
                .body("errors[0].detail", containsString("\"colour\""));
        calls.csv("?mode=some&dryRun=perhaps&column=x", "recipient.email\nx\n")
                .then()
                .statusCode(400)
                .body("errors.size()", equalTo(3));
        Calls.admin()
                .contentType("application/pdf")
                .body(new byte[] {1})
                .post("/api/v1/issuers/" + calls.issuer + "/batches")
                .then()
                .statusCode(415);
        Calls.admin().get("/api/v1/issuers/" + calls.issuer + "/batches").then().body("items.size()", equalTo(0));
    }
}
