package org.laurel.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A batch of so many awards, end to end.
 *
 * @param rows how many were handed in
 * @param awarded how many came of it
 * @param received seconds from the upload's first byte to its answer
 * @param seconds to the last durable award
 */
record TimedBatch(int rows, int awarded, double received, double seconds) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Hands it in and waits for its end; its name tells its rows from those of others. */
    static TimedBatch run(RunningLaurel laurel, String achievement, String name, int rows)
            throws IOException, InterruptedException {
        return run(laurel, "oak-hill", achievement, name, rows);
    }

    /** The same of another issuer. */
    static TimedBatch run(RunningLaurel laurel, String issuer, String achievement, String name, int rows)
            throws IOException, InterruptedException {
        Path file = file(achievement, name, rows);
        long start = System.nanoTime();
        String batch = laurel.handIn(issuer, HttpRequest.BodyPublishers.ofFile(file));
        double received = since(start);
        Files.delete(file);
        JsonNode now = JSON.readTree(laurel.getAsAdministrator("/api/v1/batches/" + batch));
        while (!now.path("state").asText().equals("completed")) {
            Thread.sleep(rows > 1000 ? 100 : 10);
            now = JSON.readTree(laurel.getAsAdministrator("/api/v1/batches/" + batch));
        }
        return new TimedBatch(rows, now.path("awarded").asInt(), received, since(start));
    }

    double rate() {
        return rows / seconds;
    }

    @Override
    public String toString() {
        return "%d rows: received in %.1f s, awarded %d in %.1f s, %.0f a second"
                .formatted(rows, received, awarded, seconds, rate());
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static Path file(String achievement, String name, int rows) throws IOException {
        Path path = DistrictBatch.folder().resolve("bulk-" + name + ".csv");
        try (BufferedWriter text = Files.newBufferedWriter(path)) {
            text.write("recipient.email,achievement,externalId\n");
            for (int i = 0; i < rows; i++) {
                text.write("t" + name + "-" + i + "@district.example," + achievement + ",r" + name + "-" + i + "\n");
            }
        }
        return path;
    }
}
