package org.laurel.boot;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The very database that the product embeds, in a fresh directory, for tests of the running service. */
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {
    /** The port of the service in tests; its base URL names it. */
    public static final int PORT = 18_081;
    /** The administrator's token in tests. */
    public static final String ADMIN_TOKEN = "the-administrators-token-in-tests";

    private @Nullable DataDirectory directory;
    private @Nullable EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        try {
            Path parent = Files.createDirectories(Path.of("target", "test-databases"));
            directory =
                    DataDirectory.open(Files.createTempDirectory(parent, "data").toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        postgres = EmbeddedPostgres.start(directory, new SecureRandom());
        Settings.Database database = postgres.database();
        return Map.of(
                "quarkus.datasource.username",
                database.username(),
                "quarkus.datasource.password",
                database.password(),
                "quarkus.datasource.reactive.url",
                database.url(),
                "quarkus.datasource.jdbc.url",
                "jdbc:" + database.url(),
                "laurel.base-url",
                "http://localhost:" + PORT,
                "laurel.admin-token",
                ADMIN_TOKEN,
                "laurel.data-dir",
                directory.path().toString(),
                "laurel.master-key",
                "dGVzdHMtb25seS1tYXN0ZXIta2V5LTAwMDAwMDAwMDE=",
                "quarkus.http.test-port",
                Integer.toString(PORT));
    }

    @Override
    public void stop() {
        if (postgres != null) {
            postgres.stop();
        }
        try {
            if (directory != null) {
                directory.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
