package org.laurel.shared.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.laurel.fixture.FakeS3;

class S3FileStoreTest {
    @TempDir
    Path folder;

    private final FakeS3 bucket = new FakeS3();

    @AfterEach
    void close() {
        bucket.close();
    }

    @Test
    void a_file_goes_into_the_bucket_comes_back_whole_and_leaves_nothing_here() throws IOException {
        FileStore store = store(FakeS3.KEY);
        byte[] bytes = new byte[300_000];
        new Random(3).nextBytes(bytes);
        Path file = Files.write(folder.resolve("sealed"), bytes);
        store.put("1-abcd.file", file);
        assertThat(file).doesNotExist();
        assertThat(bucket.objects()).containsOnlyKeys("/evidence/1-abcd.file");
        assertThat(bucket.objects().get("/evidence/1-abcd.file")).isEqualTo(bytes);
        try (SeekableByteChannel channel = store.open("1-abcd.file")) {
            ByteBuffer read = ByteBuffer.allocate(bytes.length);
            channel.position(100);
            while (channel.read(read) >= 0) {
                assertThat(read.position()).isPositive();
            }
            assertThat(read.position()).isEqualTo(bytes.length - 100);
            assertThat(read.get(0)).isEqualTo(bytes[100]);
        }
        try (Stream<Path> left = Files.list(folder.resolve("files/fetched"))) {
            assertThat(left).isEmpty();
        }
        store.delete("1-abcd.file");
        store.delete("1-abcd.file");
        assertThatThrownBy(() -> store.open("1-abcd.file")).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void who_has_the_wrong_key_keeps_what_was_to_be_put() throws IOException {
        Path file = Files.write(folder.resolve("sealed"), new byte[9]);
        assertThatThrownBy(() -> store("somebody-else").put("1-abcd.file", file))
                .isInstanceOf(IOException.class)
                .hasMessageNotContaining("secret");
        assertThat(file).exists();
    }

    private FileStore store(String key) {
        return new S3FileStore(S3Settings.at(bucket.address(), key), folder);
    }
}
