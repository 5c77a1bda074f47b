package org.laurel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A district's file is awarded while the service is killed again and again, and its database with it: in the end there is
 * exactly one badge for each good row, and an account of every row. With {@code -Dbulk.rows=100000} by hand.
 */
class BulkAwardIT {
    private static final int ROWS = Integer.getInteger("bulk.rows", 1000);
    private static final int KILLS = Integer.getInteger("bulk.kills", 4);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void exactly_one_badge_for_each_good_row_whatever_is_killed() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        try (RunningLaurel laurel = RunningLaurel.start(Map.of("JAVA_TOOL_OPTIONS", "-Xmx512m"))) {
            String achievement = laurel.prepare("oak-hill", "{}");
            String batch = upload(laurel, file(achievement));
            for (int kill = 0; kill < KILLS; kill++) {
                Thread.sleep(300 + random.nextInt(1500));
                laurel.end(kill % 4 == 3 ? RunningLaurel.End.POWER_FAILED : RunningLaurel.End.KILLED);
                laurel.startAgain();
            }
            JsonNode done = finished(laurel, batch);
            assertThat(done.path("awarded").asInt()).as(done.toString()).isEqualTo(ROWS - bad());
            assertThat(done.path("failed").asInt()).isEqualTo(bad());
            List<JsonNode> rows = account(laurel, batch);
            assertThat(rows).hasSize(ROWS);
            everyBadgeIsThereOnceAndGenuine(laurel, rows);
            assertThat(awards(laurel)).as("awards at the issuer").isEqualTo(ROWS - bad());
        }
    }

    private static int bad() {
        return (ROWS + 499) / 500;
    }

    private static String file(String achievement) {
        StringBuilder file = new StringBuilder("recipient.email,achievement,externalId\r\n");
        for (int i = 0; i < ROWS; i++) {
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

    private String upload(RunningLaurel laurel, String file) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(laurel.origin() + "/api/v1/issuers/oak-hill/batches"))
                .header("Authorization", "Bearer " + laurel.adminToken())
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString(file))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return JSON.readTree(answer.body()).path("id").asText();
    }

    private static JsonNode finished(RunningLaurel laurel, String batch) throws IOException, InterruptedException {
        long end = System.nanoTime() + 600_000_000_000L;
        while (System.nanoTime() < end) {
            JsonNode now = JSON.readTree(laurel.getAsAdministrator("/api/v1/batches/" + batch));
            if (now.path("state").asText().equals("completed")) {
                return now;
            }
            Thread.sleep(200);
        }
        throw new AssertionError(laurel.getAsAdministrator("/api/v1/batches/" + batch));
    }

    private static List<JsonNode> account(RunningLaurel laurel, String batch) throws IOException, InterruptedException {
        List<JsonNode> rows = new ArrayList<>();
        for (String line : laurel.getAsAdministrator("/api/v1/batches/" + batch + "/results")
                .lines()
                .toList()) {
            rows.add(JSON.readTree(line));
        }
        return rows;
    }

    private static void everyBadgeIsThereOnceAndGenuine(RunningLaurel laurel, List<JsonNode> rows)
            throws IOException, InterruptedException {
        Set<String> urls = new HashSet<>();
        Set<String> entries = new HashSet<>();
        for (JsonNode row : rows) {
            if (row.path("state").asText().equals("failed")) {
                assertThat(row.at("/errors/0/pointer").asText()).isEqualTo("/recipient/email");
                continue;
            }
            String url = row.path("credential").path("url").asText();
            String body = laurel.get(url, "application/vc").body();
            JsonNode status = JSON.readTree(body).path("credentialStatus");
            assertThat(urls.add(url)).as(url).isTrue();
            assertThat(entries.add(status.path("statusListCredential").asText() + "#"
                            + status.path("statusListIndex").asText()))
                    .as(status.toString())
                    .isTrue();
            if (urls.size() % 20 == 0) {
                assertThat(laurel.verified(body, "application/vc")
                                .path("outcome")
                                .asText())
                        .as(url)
                        .isEqualTo("verified");
            }
        }
        assertThat(urls).hasSize(ROWS - bad());
    }

    private static int awards(RunningLaurel laurel) throws IOException, InterruptedException {
        int count = 0;
        String next = "/api/v1/issuers/oak-hill/awards?limit=200";
        while (!next.isEmpty()) {
            JsonNode page = JSON.readTree(laurel.getAsAdministrator(next));
            count += page.path("items").size();
            String cursor = page.path("next").asText("");
            next = cursor.isEmpty() ? "" : "/api/v1/issuers/oak-hill/awards?limit=200&cursor=" + cursor;
        }
        return count;
    }
}
