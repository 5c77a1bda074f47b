package org.laurel.shared.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.shared.sealing.PersonKey;
import org.laurel.shared.sealing.TestKeys;

class SealedFileTest {
    private static final String CONTEXT = "file/1";

    @TempDir
    Path folder;

    private final PersonKey key = TestKeys.fresh();

    @ParameterizedTest
    @ValueSource(ints = {1, Segments.MOST - 1, Segments.MOST, Segments.MOST + 1, 3 * Segments.MOST + 7})
    void what_was_written_in_any_pieces_is_read_from_any_place(int size) throws IOException {
        byte[] bytes = bytes(size);
        Path file = folder.resolve("file");
        for (int from = 0; from < size; from += 50_000) {
            try (SealedWriter writer = SealedWriter.open(file, key, CONTEXT)) {
                assertThat(writer.size()).isEqualTo(from);
                writer.write(bytes, from, Math.min(50_000, size - from));
                writer.sync();
            }
        }
        try (SealedWriter writer = SealedWriter.open(file, key, CONTEXT)) {
            writer.finish();
        }
        try (SealedChannel channel = SealedChannel.open(file, key, CONTEXT)) {
            assertThat(channel.size()).isEqualTo(size);
            assertThat(read(channel, 0, size)).isEqualTo(bytes);
            int middle = size / 2;
            assertThat(read(channel, middle, size - middle)).isEqualTo(Arrays.copyOfRange(bytes, middle, size));
            assertThat(channel.read(ByteBuffer.allocate(1))).isEqualTo(-1);
        }
    }

    @Test
    void what_broke_off_within_a_segment_is_cut_off_and_gone_on_with() throws IOException {
        Path file = folder.resolve("file");
        byte[] bytes = bytes(100_000);
        try (SealedWriter writer = SealedWriter.open(file, key, CONTEXT)) {
            writer.write(bytes, 0, bytes.length);
            writer.sync();
        }
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) - 5));
        try (SealedWriter writer = SealedWriter.open(file, key, CONTEXT)) {
            assertThat(writer.size()).isEqualTo(Segments.MOST);
            writer.write(bytes, Segments.MOST, bytes.length - Segments.MOST);
            writer.finish();
            assertThatThrownBy(() -> writer.write(1)).isInstanceOf(IOException.class);
        }
        try (SealedChannel channel = SealedChannel.open(file, key, CONTEXT)) {
            assertThat(read(channel, 0, bytes.length)).isEqualTo(bytes);
        }
    }

    @Test
    void one_that_was_cut_off_between_segments_or_has_something_behind_it_is_not_opened() throws IOException {
        Path file = whole(3 * Segments.MOST + 1);
        byte[] stored = Files.readAllBytes(file);
        int segment = Segments.HEAD + Segments.SEALING + Segments.MOST;
        Files.write(file, Arrays.copyOf(stored, 3 * segment));
        assertThatThrownBy(() -> SealedChannel.open(file, key, CONTEXT)).isInstanceOf(DamagedFileException.class);
        Files.write(file, stored);
        Files.write(file, new byte[9], StandardOpenOption.APPEND);
        assertThatThrownBy(() -> SealedChannel.open(file, key, CONTEXT)).isInstanceOf(DamagedFileException.class);
    }

    @Test
    void a_last_mark_that_was_put_on_another_segment_opens_nothing() throws IOException {
        Path file = whole(3 * Segments.MOST + 1);
        byte[] stored = Files.readAllBytes(file);
        int segment = Segments.HEAD + Segments.SEALING + Segments.MOST;
        byte[] shorter = Arrays.copyOf(stored, 2 * segment);
        shorter[segment] |= (byte) 0x80;
        Files.write(file, shorter);
        try (SealedChannel channel = SealedChannel.open(file, key, CONTEXT)) {
            assertThatThrownBy(() -> read(channel, Segments.MOST, 10)).isInstanceOf(DamagedFileException.class);
        }
    }

    @Test
    void segments_that_changed_places_or_a_bit_are_not_opened() throws IOException {
        Path file = whole(3 * Segments.MOST + 1);
        byte[] stored = Files.readAllBytes(file);
        int segment = Segments.HEAD + Segments.SEALING + Segments.MOST;
        byte[] swapped = stored.clone();
        System.arraycopy(stored, 0, swapped, segment, segment);
        System.arraycopy(stored, segment, swapped, 0, segment);
        Files.write(file, swapped);
        try (SealedChannel channel = SealedChannel.open(file, key, CONTEXT)) {
            assertThatThrownBy(() -> read(channel, 0, 10)).isInstanceOf(DamagedFileException.class);
        }
        stored[100] ^= 1;
        Files.write(file, stored);
        try (SealedChannel channel = SealedChannel.open(file, key, CONTEXT)) {
            assertThatThrownBy(() -> read(channel, 0, 10)).isInstanceOf(DamagedFileException.class);
            assertThat(read(channel, Segments.MOST, 10)).hasSize(10);
        }
    }

    @Test
    void another_key_or_another_file_opens_nothing() throws IOException {
        Path file = whole(10);
        try (SealedChannel channel = SealedChannel.open(file, TestKeys.fresh(), CONTEXT)) {
            assertThatThrownBy(() -> read(channel, 0, 10)).isInstanceOf(DamagedFileException.class);
        }
        try (SealedChannel channel = SealedChannel.open(file, key, "file/2")) {
            assertThatThrownBy(() -> read(channel, 0, 10)).isInstanceOf(DamagedFileException.class);
        }
    }

    @Test
    void crumbs_are_not_taken_for_ever() throws IOException {
        try (SealedWriter writer = SealedWriter.open(folder.resolve("file"), key, CONTEXT)) {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 10_000; i++) {
                            writer.write(1);
                            writer.sync();
                        }
                    })
                    .isInstanceOf(TooManyPiecesException.class);
        }
    }

    @Test
    void a_store_keeps_gives_and_removes_and_a_name_is_no_path() throws IOException {
        FileStore store = new FolderFileStore(folder.resolve("data"));
        store.put("1-abcd.file", whole(10));
        try (SealedChannel channel = SealedChannel.of(store.open("1-abcd.file"), key, CONTEXT)) {
            assertThat(read(channel, 0, 10)).isEqualTo(bytes(10));
        }
        assertThat(Files.getPosixFilePermissions(folder.resolve("data/files/cd/1-abcd.file")))
                .hasSize(2);
        store.delete("1-abcd.file");
        store.delete("1-abcd.file");
        assertThatThrownBy(() -> store.open("1-abcd.file")).isInstanceOf(java.nio.file.NoSuchFileException.class);
        assertThatThrownBy(() -> store.open("../escape")).isInstanceOf(IllegalArgumentException.class);
    }

    private Path whole(int size) throws IOException {
        Path file = folder.resolve("whole-" + size);
        try (SealedWriter writer = SealedWriter.open(file, key, CONTEXT)) {
            writer.write(bytes(size), 0, size);
            writer.finish();
        }
        return file;
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static byte[] read(SealedChannel channel, long from, int size) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(size);
        channel.position(from);
        while (buffer.hasRemaining()) {
            assertThat(channel.read(buffer)).isPositive();
        }
        return buffer.array();
    }
}
