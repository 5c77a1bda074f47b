package org.laurel.erasing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laurel.shared.sealing.Person;

class ErasureLogTest {
    private static final ErasedKey ADA = new ErasedKey(new Person(1, 42), "a".repeat(64));
    private static final ErasedKey BEN = new ErasedKey(new Person(12, 9_000_000_000L), "0b".repeat(32));

    @TempDir
    Path folder;

    private Path file;
    private ErasureLog log;

    @BeforeEach
    void open() {
        file = folder.resolve("erasures");
        log = new ErasureLog(file);
    }

    @Test
    void what_was_added_is_read_in_order() throws IOException {
        assertThat(log.read()).isEmpty();
        log.add(List.of(ADA));
        log.add(List.of());
        log.add(List.of(BEN));
        assertThat(new ErasureLog(file).read()).containsExactly(ADA, BEN);
        assertThat(Files.readString(file))
                .isEqualTo("1 42 " + "a".repeat(64) + "\n12 9000000000 " + "0b".repeat(32) + "\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_line_that_a_crash_cut_short_is_written_over() throws IOException {
        log.add(List.of(ADA));
        Files.writeString(file, "12 9000", StandardOpenOption.APPEND);
        assertThat(log.read()).containsExactly(ADA);
        log.add(List.of(BEN));
        assertThat(log.read()).containsExactly(ADA, BEN);
    }

    @Test
    void anything_else_in_it_is_told_by_its_line() throws IOException {
        log.add(List.of(ADA));
        Files.writeString(file, "somebody\n", StandardOpenOption.APPEND);
        assertThatThrownBy(log::read)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("line 2: expected an organisation, a number and a digest");
    }
}
