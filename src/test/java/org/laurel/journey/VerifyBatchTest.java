package org.laurel.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.laurel.document.carrier.Pictures;
import org.laurel.document.carrier.PngCarrier;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;

/** Many badges at once: a report a line, in order, whatever stands in the lines. */
@ServiceTest
class VerifyBatchTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void every_line_gets_its_report_in_order() throws IOException {
        String issuer = Calls.issuer("{}");
        Response award = Calls.award(issuer, Calls.published(issuer));
        String url = award.path("credential.url");
        String json = given().get(url + ".json").asString();
        String jwt = given().get(url + ".jwt").asString();
        List<JsonNode> reports = reports(String.join(
                "\n",
                json,
                "\"" + jwt + "\"",
                jwt,
                "",
                "{\"url\":\"" + url + "\"}",
                "no badge",
                json.replace("\"narrative\":\"C\"", "\"narrative\":\"D\""),
                "{\"url\":\"http://10.0.0.1/x\"}"));
        assertThat(reports).extracting(r -> r.path("line").asInt()).containsExactly(1, 2, 3, 5, 6, 7, 8);
        assertThat(reports)
                .extracting(r -> r.path("outcome").asText())
                .containsExactly("verified", "verified", "verified", "verified", "failed", "failed", "indeterminate");
        assertThat(reports.get(0).path("checks").size()).isGreaterThan(10);
    }

    @Test
    void thousands_of_lines_come_back_in_order() throws IOException {
        String issuer = Calls.issuer("{}");
        String url = Calls.award(issuer, Calls.published(issuer)).path("credential.url");
        String jwt = given().get(url + ".jwt").asString();
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            body.append(i % 7 == 0 ? "broken" : jwt).append('\n');
        }
        List<JsonNode> reports = reports(body.toString());
        assertThat(reports).hasSize(2_000);
        for (int i = 0; i < 2_000; i++) {
            assertThat(reports.get(i).path("line").asInt()).isEqualTo(i + 1);
            assertThat(reports.get(i).path("verified").asBoolean()).isEqualTo(i % 7 != 0);
        }
    }

    @Test
    void a_line_too_many_is_told_and_nothing_after_it_is_judged() throws IOException {
        List<JsonNode> reports = reports("x\n".repeat(10_050));
        assertThat(reports).hasSize(10_001);
        assertThat(reports.get(10_000).toString()).contains("at most 10000 lines");
    }

    @Test
    void a_spreadsheet_gets_rows_that_hold_no_formulas() {
        String answer = given().contentType("application/x-ndjson")
                .accept("text/csv")
                .body(("{\"@context\":[\"https://www.w3.org/ns/credentials/v2\"],\"type\":[\"VerifiableCredential\"],"
                                + "\"name\":\"=cmd|' /C calc'!A0\",\"credentialSubject\":{}}\n")
                        .getBytes(StandardCharsets.UTF_8))
                .post("/verify/batch")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(answer.lines().findFirst().orElse("")).startsWith("line,file,verified,outcome,summary");
        assertThat(answer).contains(",'=cmd|' /C calc'!A0,").contains("1,,false,failed,");
    }

    @Test
    void an_archive_gets_a_report_a_file() throws Exception {
        String issuer = Calls.issuer("{}");
        String url = Calls.award(issuer, Calls.published(issuer)).path("credential.url");
        byte[] json = given().get(url + ".json").asByteArray();
        byte[] picture = PngCarrier.bake(Pictures.png(), new String(json, StandardCharsets.UTF_8));
        byte[] archive = archive(Map.of(
                "folder/a.json", json,
                "folder/b.jwt", given().get(url + ".jwt").asByteArray(),
                "c.png", picture,
                "d.txt", "no badge".getBytes(StandardCharsets.UTF_8),
                "e.json", new byte[0],
                "__MACOSX/a.json", json,
                ".DS_Store", json));
        List<JsonNode> reports = reports(archive, "application/zip");
        assertThat(reports)
                .extracting(
                        r -> r.path("file").asText() + " " + r.path("outcome").asText())
                .containsExactly(
                        "c.png verified",
                        "d.txt failed",
                        "e.json failed",
                        "folder/a.json verified",
                        "folder/b.jwt verified");
        assertThat(reports.get(2).toString()).contains("the file is empty");
    }

    @Test
    void what_is_no_archive_or_breaks_off_is_told() throws IOException {
        byte[] archive = archive(Map.of("a.txt", "x".repeat(5000).getBytes(StandardCharsets.UTF_8)));
        List<JsonNode> cut = reports(java.util.Arrays.copyOf(archive, 40), "application/zip");
        assertThat(cut).hasSize(1);
        assertThat(cut.get(0).path("file").asText()).isEqualTo("a.txt");
        assertThat(cut.get(0).path("outcome").asText()).isEqualTo("indeterminate");
        assertThat(cut.get(0).toString()).contains("damaged within this file");
        given().contentType("application/zip")
                .body("no archive".getBytes(StandardCharsets.UTF_8))
                .post("/verify/batch")
                .then()
                .statusCode(400)
                .body("detail", equalTo("expected a ZIP archive, got something else"));
        given().contentType("application/zip")
                .body(archive)
                .post("/verify/batch?receipt=true")
                .then()
                .statusCode(400);
    }

    private static byte[] archive(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void another_media_type_is_refused() {
        given().contentType("application/json")
                .body("{}")
                .post("/verify/batch")
                .then()
                .statusCode(415);
    }

    private static List<JsonNode> reports(String body) throws IOException {
        return reports(body.getBytes(StandardCharsets.UTF_8), "application/x-ndjson");
    }

    private static List<JsonNode> reports(byte[] body, String contentType) throws IOException {
        String answer = given().contentType(contentType)
                .body(body)
                .post("/verify/batch")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        List<JsonNode> reports = new ArrayList<>();
        for (String line : answer.split("\n")) {
            reports.add(JSON.readTree(line));
        }
        return reports;
    }
}
