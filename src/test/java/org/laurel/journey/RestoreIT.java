package org.laurel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Yesterday's backup is put back, with the master key at hand: whoever was erased in between is not readable again, and a
 * thousand others are as they were.
 */
class RestoreIT {
    private static final int OTHERS = 1003;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void who_was_erased_since_the_backup_stays_erased_and_all_others_verify() throws Exception {
        try (RunningLaurel laurel = RunningLaurel.start(Map.of())) {
            String achievement = laurel.prepare("oak-hill", "{}");
            DistrictBatch others = new DistrictBatch(laurel, "oak-hill", achievement, OTHERS).judgedEach();
            others.until(laurel, batch -> batch.path("state").asText().equals("completed"));
            JsonNode ada = laurel.posted(
                    "/api/v1/issuers/elm-hill/awards",
                    "{\"achievement\":\"" + laurel.prepare("elm-hill", "{}")
                            + "\",\"recipient\":{\"email\":\"ada@example.org\"}}");
            String url = ada.path("credential").path("url").asText();
            Path yesterday = laurel.data().resolveSibling(laurel.data().getFileName() + "-backup");
            laurel.stop();
            copy(laurel.data().resolve("pg"), yesterday);

            laurel.startAgain();
            assertThat(delete(
                            laurel,
                            "/api/v1/recipients/"
                                    + ada.path("recipient").path("id").asText()))
                    .isEqualTo(204);
            assertThat(laurel.get(url, "*/*").statusCode()).isEqualTo(410);
            awaitErasure(laurel);
            laurel.stop();
            remove(laurel.data().resolve("pg"));
            copy(yesterday, laurel.data().resolve("pg"));

            laurel.startAgain();
            assertThat(laurel.output()).contains("1 persons who had been erased came back with a backup");
            for (String ending : List.of("", ".json", ".jwt", ".png", ".pdf")) {
                assertThat(laurel.get(url + ending, "*/*").statusCode())
                        .as(ending)
                        .isEqualTo(410);
            }
            nothingIsLeftToDecrypt(laurel, ada.path("id").asText());
            others.isDoneOnceAndWhole(laurel);
            remove(yesterday);
        }
    }

    /** Of what was sealed for her neither bytes nor key are in the database that was put back. */
    private static void nothingIsLeftToDecrypt(RunningLaurel laurel, String award) throws IOException, SQLException {
        String sql =
                "select a.state, c.sealed_json, c.sealed_jwt, r.sealed_identity, r.lookup, k.wrapped_key from award a"
                        + " join credential c on c.issuer_no = a.issuer_no and c.id = a.id"
                        + " join recipient r on r.issuer_no = a.issuer_no and r.id = a.person_no"
                        + " left join person_key k on k.issuer_no = a.issuer_no and k.person_no = a.person_no"
                        + " where a.public_id = ?";
        try (Connection database = laurel.database();
                PreparedStatement asked = database.prepareStatement(sql)) {
            asked.setString(1, award);
            ResultSet row = asked.executeQuery();
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("erased");
            for (int column = 2; column <= 6; column++) {
                assertThat(row.getBytes(column)).as("column " + column).isNull();
            }
        }
    }

    private static void awaitErasure(RunningLaurel laurel) throws IOException, InterruptedException {
        Path log = laurel.data().resolve("erasures");
        for (int i = 0;
                i < 300 && !(Files.exists(log) && !Files.readAllLines(log).isEmpty());
                i++) {
            Thread.sleep(100);
        }
        assertThat(log).exists();
    }

    private static int delete(RunningLaurel laurel, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(laurel.origin() + path))
                .header("Authorization", "Bearer " + laurel.adminToken())
                .DELETE()
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static void copy(Path from, Path to) throws IOException, InterruptedException {
        Process copying = new ProcessBuilder("cp", "-a", from.toString(), to.toString())
                .inheritIO()
                .start();
        assertThat(copying.waitFor()).isZero();
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
