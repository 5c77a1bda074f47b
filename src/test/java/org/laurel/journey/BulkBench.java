package org.laurel.journey;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * How many awards a second come of a file, end to end, from the upload's first byte to the last durable award, in both forms:
 * the packaged jar with 512 MiB, and its database on the same machine. Batches of several sizes, since the first ones find
 * compilers at work, and the last ones tables that are full.
 */
class BulkBench {
    private static final int[] SIZES = {20_000, 40_000, 40_000};

    private final List<String> lines = new ArrayList<>();

    @Test
    void awards_from_files() throws Exception {
        try (RunningLaurel laurel = RunningLaurel.start(Map.of("JAVA_TOOL_OPTIONS", "-Xmx512m"))) {
            TimedBatch.run(laurel, laurel.prepare("oak-hill", "{}"), "warm", 4 * SIZES[0]);
            awards(laurel, "both forms, promised 2500", "both", "{}");
            awards(laurel, "bulk-jwt, promised 5000", "jwt", "{\"formats\":[\"jwt\"]}");
            awards(laurel, "bulk-di, promised 3500", "json", "{\"formats\":[\"json\"]}");
        }
        Files.write(DistrictBatch.folder().resolve("bulk.txt"), lines);
    }

    private void awards(RunningLaurel laurel, String what, String issuer, String settings) throws Exception {
        String achievement = laurel.prepare(issuer, settings);
        for (int i = 0; i < SIZES.length; i++) {
            say(what + ": " + TimedBatch.run(laurel, issuer, achievement, issuer + i, SIZES[i]));
        }
        bare(laurel, SIZES[SIZES.length - 1]);
    }

    /** The same rows by inserting alone, in two sessions at once: what the database and the machine allow. */
    private void bare(RunningLaurel laurel, int rows) throws Exception {
        try (Connection one = laurel.database();
                Connection other = laurel.database();
                InputStream sql = BulkBench.class.getResourceAsStream("/bench/bare.sql")) {
            one.createStatement().execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
            long start = System.nanoTime();
            CompletableFuture<Void> half = CompletableFuture.runAsync(() -> call(one, 1, rows / 2));
            call(other, rows / 2 + 1, rows);
            half.join();
            double seconds = (System.nanoTime() - start) / 1e9;
            say("bare: the same %d rows by inserting alone, %.0f a second".formatted(rows, rows / seconds));
        }
    }

    private static void call(Connection connection, int first, int last) {
        try {
            connection.createStatement().execute("call bare.run(" + first + ", " + last + ")");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void say(String line) {
        lines.add(line);
        System.out.println(line);
    }
}
