package org.laurel.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.MediaFiles;
import org.laurel.fixture.ServiceTest;

/** Everything that somebody has here, as one file: for themselves, and of a recipient for the organisation. */
@ServiceTest
class ExportTest {
    private static final String MINE = "/api/v1/people/me/export";
    private static final String ZIP = "application/zip";

    private static Map<String, byte[]> unpacked(Response response) throws IOException {
        response.then().statusCode(200).contentType(ZIP).header("Cache-Control", equalTo("no-store"));
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(response.asByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(files.put(entry.getName(), zip.readAllBytes())).isNull();
            }
        }
        return files;
    }

    private static Response zip(String who, String path) {
        return given().header("Authorization", "Bearer " + who).accept(ZIP).get(path);
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(Objects.requireNonNull(files.get(name), name), StandardCharsets.UTF_8);
    }

    @Test
    void who_has_an_account_gets_badges_in_every_form_and_files_as_they_handed_them_in() throws IOException {
        String email = People.email();
        String issuer = Calls.issuer("{}");
        Response award = awarded(issuer, email);
        String educator = Screenings.person("educator", email);
        String path = Uploads.started(educator);
        byte[] pdf = MediaFiles.pdf("Ada", "A lesson");
        Uploads.send(educator, path, "plan.pdf", "", pdf).then().statusCode(201);
        Uploads.send(educator, path, "my nôtes.txt", "", Uploads.TEXT).then().statusCode(201);
        Uploads.announce(educator, path, "never.txt", 10).then().statusCode(201);

        Map<String, byte[]> files = unpacked(zip(educator, MINE));
        String badge = award.path("credential.id");
        String submission = "submissions/" + path.substring(path.lastIndexOf('/') + 1);
        assertThat(files.keySet())
                .containsExactly(
                        "account.json",
                        "badges/" + badge + ".json",
                        "badges/" + badge + ".jwt",
                        "badges/" + badge + ".png",
                        "badges/" + badge + ".svg",
                        "badges/" + badge + ".pdf",
                        submission + "/1-plan.pdf",
                        submission + "/2-my_n_tes.txt");
        assertThat(files.get(submission + "/1-plan.pdf")).isEqualTo(pdf);
        assertThat(files.get(submission + "/2-my_n_tes.txt")).isEqualTo(Uploads.TEXT);
        assertThat(text(files, "account.json")).contains(email).contains("plan.pdf");
        given().contentType("application/vc")
                .body(Objects.requireNonNull(files.get("badges/" + badge + ".json")))
                .post("/verify")
                .then()
                .body("verified", equalTo(true));
        assertByAccept(issuer, educator);
    }

    private static void assertByAccept(String issuer, String educator) {
        Calls.as(educator)
                .accept("application/json")
                .get(MINE)
                .then()
                .statusCode(200)
                .contentType("application/json");
        Calls.as(educator).get(MINE).then().statusCode(200).body("submissions", hasSize(1));
        given().accept(ZIP).get(MINE).then().statusCode(401);
        zip(Calls.client(issuer, List.of("award:read")), MINE).then().statusCode(403);
    }

    private static Response awarded(String issuer, String email) {
        Response award = Calls.admin()
                .body("{\"achievement\":\"" + Calls.published(issuer) + "\",\"recipient\":{\"email\":\"" + email
                        + "\"}}")
                .post("/api/v1/issuers/" + issuer + "/awards");
        award.then().statusCode(201);
        return award;
    }

    @Test
    void an_organisation_gets_what_it_keeps_of_a_recipient_and_nothing_of_others() throws IOException {
        String issuer = Calls.issuer("{}");
        String email = People.email();
        Response one = awarded(issuer, email);
        Response two = awarded(issuer, email);
        awarded(issuer, People.email());
        String client = Calls.client(issuer, List.of("award:read"));
        String path = "/api/v1/recipients/" + one.path("recipient.id") + "/export";
        Calls.as(client)
                .get(path)
                .then()
                .statusCode(200)
                .body("recipient.email", equalTo(email))
                .body("awards.id", equalTo(List.of(two.path("id"), one.path("id"))));
        Map<String, byte[]> files = unpacked(zip(client, path));
        assertThat(files).hasSize(11);
        assertThat(text(files, "recipient.json")).contains(email);
        String other = Calls.client(Calls.issuer("{}"), List.of("award:read"));
        zip(other, path).then().statusCode(404);
        Calls.as(other).get(path).then().statusCode(404);
        Calls.as(Calls.client(issuer, List.of("award:create")))
                .get(path)
                .then()
                .statusCode(403)
                .body("detail", containsString("award:read"));
        Calls.admin().delete(path.replace("/export", "")).then().statusCode(204);
        zip(client, path).then().statusCode(404);
    }
}
