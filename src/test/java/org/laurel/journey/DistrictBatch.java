package org.laurel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** A district's roster of which one row in 500 is bad: handed in, waited for, and held against what came of it. */
final class DistrictBatch {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_NANOS = 900_000_000_000L;

    private final String issuer;
    private final int rows;
    private final String id;
    /** Of so many badges one is judged, where all are read. */
    private int judged = 20;

    /** Hands the roster in. */
    DistrictBatch(RunningLaurel laurel, String issuer, String achievement, int rows)
            throws IOException, InterruptedException {
        this.issuer = issuer;
        this.rows = rows;
        this.id = laurel.handIn(issuer, HttpRequest.BodyPublishers.ofString(file(achievement)));
    }

    /** The same, but that each badge is judged in the end. */
    DistrictBatch judgedEach() {
        judged = 1;
        return this;
    }

    int bad() {
        return (rows + 499) / 500;
    }

    int good() {
        return rows - bad();
    }

    private String file(String achievement) {
        StringBuilder file = new StringBuilder("recipient.email,achievement,externalId\r\n");
        for (int i = 0; i < rows; i++) {
            String address = i % 500 == 0 ? "nobody" : "teacher" + i + "@district.example";
            file.append(address)
                    .append(',')
                    .append(achievement)
                    .append(",roster-")
                    .append(i)
                    .append("\r\n");
        }
        return file.toString();
    }

    /** Waits for a state of it. */
    JsonNode until(RunningLaurel laurel, Predicate<JsonNode> wanted) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        String now = "";
        while (System.nanoTime() < end) {
            now = laurel.getAsAdministrator("/api/v1/batches/" + id);
            JsonNode batch = JSON.readTree(now);
            if (wanted.test(batch)) {
                return batch;
            }
            Thread.sleep(100);
        }
        throw new AssertionError(now);
    }

    /** Waits for its end, and then there is exactly one genuine badge a good row, an award of it, and its event. */
    void isDoneOnceAndWhole(RunningLaurel laurel) throws IOException, InterruptedException {
        JsonNode done = until(laurel, batch -> batch.path("state").asText().equals("completed"));
        assertThat(done.path("awarded").asInt()).as(done.toString()).isEqualTo(good());
        assertThat(done.path("failed").asInt()).isEqualTo(bad());
        Set<String> awards = everyBadgeIsThereOnceAndGenuine(laurel, account(laurel));
        assertThat(listed(laurel, "awards", award -> true, "id")).containsExactlyInAnyOrderElementsOf(awards);
        assertThat(listed(
                        laurel, "events", event -> event.path("type").asText().equals("credential.awarded"), "subject"))
                .containsExactlyInAnyOrderElementsOf(awards);
    }

    private List<JsonNode> account(RunningLaurel laurel) throws IOException, InterruptedException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : laurel.getAsAdministrator("/api/v1/batches/" + id + "/results")
                .lines()
                .toList()) {
            lines.add(JSON.readTree(line));
        }
        assertThat(lines).hasSize(rows);
        return lines;
    }

    private Set<String> everyBadgeIsThereOnceAndGenuine(RunningLaurel laurel, List<JsonNode> account)
            throws IOException, InterruptedException {
        Set<String> awards = new HashSet<>();
        Set<String> urls = new HashSet<>();
        Set<String> entries = new HashSet<>();
        for (JsonNode row : account) {
            if (row.path("state").asText().equals("failed")) {
                assertThat(row.at("/errors/0/pointer").asText()).isEqualTo("/recipient/email");
                continue;
            }
            String url = row.path("credential").path("url").asText();
            // the address names the base URL; whoever runs now answers for it
            String body = laurel.get(laurel.origin() + URI.create(url).getPath(), "application/vc")
                    .body();
            JsonNode status = JSON.readTree(body).path("credentialStatus");
            String entry = status.path("statusListCredential").asText() + "#"
                    + status.path("statusListIndex").asText();
            assertThat(urls.add(url)).as(url).isTrue();
            assertThat(entries.add(entry)).as(entry).isTrue();
            awards.add(row.path("award").asText());
            if (urls.size() % judged == 0) {
                assertThat(laurel.verified(body, "application/vc")
                                .path("outcome")
                                .asText())
                        .as(url)
                        .isEqualTo("verified");
            }
        }
        assertThat(urls).hasSize(good());
        return awards;
    }

    private List<String> listed(RunningLaurel laurel, String what, Predicate<JsonNode> wanted, String member)
            throws IOException, InterruptedException {
        List<String> found = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = JSON.readTree(
                    laurel.getAsAdministrator("/api/v1/issuers/" + issuer + "/" + what + "?limit=200" + cursor));
            page.path("items").forEach(item -> {
                if (wanted.test(item)) {
                    found.add(item.path(member).asText());
                }
            });
            cursor = page.has("next") ? "&cursor=" + page.path("next").asText() : "";
        } while (!cursor.isEmpty());
        return found;
    }

    /** A folder of the build for files of a measurement. */
    static Path folder() throws IOException {
        return Files.createDirectories(Path.of("target", "bench"));
    }
}
