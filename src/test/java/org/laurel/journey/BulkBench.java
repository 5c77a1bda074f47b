package org.laurel.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * How many awards a second come of a file, end to end, from the upload's first byte to the last durable award, in both forms:
 * the packaged jar with 512 MiB, and its database on the same machine. Batches of several sizes, since the first ones find
 * compilers at work, and the last ones tables that are full.
 */
class BulkBench {
    private static final int[] SIZES = {10_000, 20_000, 50_000, 50_000};
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> lines = new ArrayList<>();

    @Test
    void awards_from_files() throws Exception {
        try (RunningLaurel laurel = RunningLaurel.start(Map.of("JAVA_TOOL_OPTIONS", "-Xmx512m"))) {
            String achievement = laurel.prepare("oak-hill", "{}");
            for (int i = 0; i < SIZES.length; i++) {
                measure(laurel, achievement, i);
            }
        }
        Path file = Files.createDirectories(Path.of("target", "bench")).resolve("bulk.txt");
        Files.write(file, lines);
    }

    private void measure(RunningLaurel laurel, String achievement, int run) throws IOException, InterruptedException {
        Path file = file(achievement, run);
        long start = System.nanoTime();
        HttpRequest request = HttpRequest.newBuilder(URI.create(laurel.origin() + "/api/v1/issuers/oak-hill/batches"))
                .header("Authorization", "Bearer " + laurel.adminToken())
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofFile(file))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        String batch = JSON.readTree(answer.body()).path("id").asText();
        long received = System.nanoTime();
        JsonNode now = JSON.readTree(laurel.getAsAdministrator("/api/v1/batches/" + batch));
        while (!now.path("state").asText().equals("completed")) {
            Thread.sleep(100);
            now = JSON.readTree(laurel.getAsAdministrator("/api/v1/batches/" + batch));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        say("%d rows: received in %.1f s, awarded %d in %.1f s, %.0f a second (promised: 2500 in both forms)"
                .formatted(
                        SIZES[run],
                        (received - start) / 1e9,
                        now.path("awarded").asInt(),
                        seconds,
                        SIZES[run] / seconds));
    }

    private static Path file(String achievement, int run) throws IOException {
        StringBuilder text = new StringBuilder("recipient.email,achievement,externalId\n");
        for (int i = 0; i < SIZES[run]; i++) {
            text.append("t%d-%d@district.example,%s,r%d-%d\n".formatted(run, i, achievement, run, i));
        }
        Path folder = Files.createDirectories(Path.of("target", "bench"));
        return Files.writeString(folder.resolve("bulk-" + run + ".csv"), text);
    }

    private void say(String line) {
        lines.add(line);
        System.out.println(line);
    }
}
