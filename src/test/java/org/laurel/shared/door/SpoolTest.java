package org.laurel.shared.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.mutiny.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SpoolTest {
    private static final Instant NOW = Instant.now();

    @Test
    void bodies_that_a_killed_process_left_are_deleted_and_no_others() throws IOException {
        Path left = file("laurel-", ".upload", Duration.ofMinutes(61));
        Path fresh = file("laurel-", ".upload", Duration.ofMinutes(59));
        Path another = file("laurels-", ".uploaded", Duration.ofDays(2));
        Vertx vertx = Vertx.vertx();
        try {
            new Spool(vertx, Clock.fixed(NOW, ZoneOffset.UTC)).deleteLeftBehind();
            assertThat(left).doesNotExist();
            assertThat(fresh).exists();
            assertThat(another).exists();
        } finally {
            vertx.closeAndAwait();
            Files.deleteIfExists(fresh);
            Files.deleteIfExists(another);
        }
    }

    private static Path file(String prefix, String suffix, Duration age) throws IOException {
        Path file = Files.createTempFile(prefix, suffix);
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
        return file;
    }
}
