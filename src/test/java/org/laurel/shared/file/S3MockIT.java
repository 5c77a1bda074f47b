package org.laurel.shared.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bucket of somebody else: Adobe's S3Mock as a process, which the build puts into {@code target/s3mock}. */
class S3MockIT {
    private static final Path JAR = Path.of("target", "s3mock", "s3mock.jar");
    private static final int PATIENCE_SECONDS = 120;

    @TempDir
    static Path place;

    @TempDir
    Path folder;

    private static Process process;
    private static int port;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        port = freePort();
        Path log = place.resolve("s3mock.log");
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx200m",
                        "-Dserver.address=127.0.0.1",
                        "-Dhttp.port=" + port,
                        "-Dserver.port=" + freePort(),
                        "-Dcom.adobe.testing.s3mock.store.initial-buckets=evidence",
                        "-Dcom.adobe.testing.s3mock.store.root=" + place.resolve("buckets"),
                        "-jar",
                        JAR.toAbsolutePath().toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!Files.readString(log).contains("Started S3MockApplication")) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException(Files.readString(log));
            }
            Thread.sleep(100);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @AfterAll
    static void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    @Test
    void a_file_goes_into_the_bucket_comes_back_whole_takes_the_place_of_another_and_is_removed() throws IOException {
        FileStore store = new S3FileStore(S3Settings.at("http://127.0.0.1:" + port, "key"), folder);
        assertThatThrownBy(() -> store.open("1-abcd.file")).isInstanceOf(NoSuchFileException.class);
        for (int size : new int[] {7_000_000, 0, 300_000}) {
            byte[] bytes = new byte[size];
            new Random(size).nextBytes(bytes);
            Path file = Files.write(folder.resolve("sealed"), bytes);
            store.put("1-abcd.file", file);
            assertThat(file).doesNotExist();
            assertThat(read(store)).isEqualTo(bytes);
        }
        try (Stream<Path> left = Files.list(folder.resolve("files/fetched"))) {
            assertThat(left).isEmpty();
        }
        store.delete("1-abcd.file");
        store.delete("1-abcd.file");
        assertThatThrownBy(() -> store.open("1-abcd.file")).isInstanceOf(NoSuchFileException.class);
    }

    private static byte[] read(FileStore store) throws IOException {
        try (SeekableByteChannel channel = store.open("1-abcd.file")) {
            ByteBuffer read = ByteBuffer.allocate((int) channel.size());
            while (read.hasRemaining() && channel.read(read) >= 0) {
                assertThat(read.position()).isPositive();
            }
            return read.array();
        }
    }
}
