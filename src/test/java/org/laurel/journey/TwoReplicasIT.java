package org.laurel.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two services share one PostgreSQL and one batch; one is killed, and the other ends what it had begun. */
class TwoReplicasIT {
    private static final int ROWS = 1500;

    @Test
    void one_ends_what_the_other_began() throws Exception {
        try (RunningLaurel host = RunningLaurel.start(Map.of())) {
            Map<String, String> settings = settings(host);
            host.kill(); // its database lives on, and is nobody's own now
            try (RunningLaurel one = RunningLaurel.start(settings);
                    RunningLaurel other = RunningLaurel.start(settings)) {
                DistrictBatch batch = new DistrictBatch(one, "oak-hill", one.prepare("oak-hill", "{}"), ROWS);
                batch.until(other, now -> now.path("processed").asInt() >= ROWS / 10);
                one.kill();
                batch.isDoneOnceAndWhole(other);
            }
        }
    }

    private static Map<String, String> settings(RunningLaurel host) throws IOException {
        Map<String, String> settings = new HashMap<>();
        settings.put("LAUREL_BASE_URL", host.origin());
        settings.put("LAUREL_DATABASE_URL", "postgresql://127.0.0.1:" + text(host, "pg.port") + "/laurel");
        settings.put("LAUREL_DATABASE_USERNAME", "laurel");
        settings.put("LAUREL_DATABASE_PASSWORD", text(host, "pg.password"));
        settings.put("LAUREL_MASTER_KEY", text(host, "master-key"));
        settings.put("LAUREL_ADMIN_TOKEN", text(host, "admin-token"));
        settings.put("JAVA_TOOL_OPTIONS", "-Xmx512m");
        return settings;
    }

    private static String text(RunningLaurel host, String file) throws IOException {
        return Files.readString(host.data().resolve(file)).strip();
    }
}
