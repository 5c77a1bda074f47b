package org.laurel.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DataDirectoryTest {
    private final SecureRandom random = new SecureRandom();
    private Path path;

    @BeforeEach
    void choose() throws IOException {
        path = Files.createTempDirectory(Path.of("target"), "data-").resolve("laurel");
    }

    @AfterEach
    void forget() throws IOException {
        Folders.delete(Objects.requireNonNull(path.getParent()));
    }

    @Test
    void is_made_for_its_owner_alone() throws IOException {
        try (DataDirectory directory = DataDirectory.open(path)) {
            assertThat(directory.path()).isEqualTo(path);
            assertThat(mode(path)).isEqualTo("rwx------");
        }
    }

    @Test
    void is_closed_to_others_when_it_was_open() throws IOException {
        Files.createDirectory(path);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (DataDirectory directory = DataDirectory.open(path)) {
            assertThat(mode(directory.path())).isEqualTo("rwx------");
        }
    }

    @Test
    void a_secret_is_made_once_and_private() throws IOException {
        DataDirectory.Secret made;
        try (DataDirectory directory = DataDirectory.open(path)) {
            made = directory.secret("master-key", random);
            assertThat(made.fresh()).isTrue();
            assertThat(Base64.getUrlDecoder().decode(made.value())).hasSize(32);
            assertThat(mode(made.file())).isEqualTo("rw-------");
            assertThat(made.toString()).doesNotContain(made.value());
            assertThat(directory.secret("admin-token", random).value()).isNotEqualTo(made.value());
        }
        try (DataDirectory directory = DataDirectory.open(path)) {
            DataDirectory.Secret again = directory.secret("master-key", random);
            assertThat(again.fresh()).isFalse();
            assertThat(again.value()).isEqualTo(made.value());
        }
    }

    @Test
    void a_half_written_secret_does_no_harm() throws IOException {
        try (DataDirectory directory = DataDirectory.open(path)) {
            Files.writeString(path.resolve("master-key.new"), "hal");
            assertThat(directory.secret("master-key", random).fresh()).isTrue();
            assertThat(path.resolve("master-key.new")).doesNotExist();
        }
    }

    @Test
    void a_second_opening_is_refused_and_told_who_holds_it() throws IOException {
        try (DataDirectory directory = DataDirectory.open(path)) {
            assertThatThrownBy(() -> DataDirectory.open(directory.path()))
                    .isInstanceOf(StartException.class)
                    .hasMessageContaining(path.toString())
                    .hasMessageContaining("process " + ProcessHandle.current().pid() + ".")
                    .hasMessageContaining("LAUREL_DATA_DIR");
        }
        DataDirectory.open(path).close();
    }

    @Test
    void a_path_that_is_a_file_is_refused_with_a_sentence() throws IOException {
        Files.writeString(path, "not a directory");
        assertThatThrownBy(() -> DataDirectory.open(path))
                .isInstanceOf(StartException.class)
                .hasMessageContaining(path.toString());
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
