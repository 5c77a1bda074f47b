package org.laurel.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreePortTest {
    private Path folder;

    @BeforeEach
    void choose() throws IOException {
        folder = Files.createTempDirectory(Path.of("target"), "port-");
    }

    @AfterEach
    void forget() throws IOException {
        Folders.delete(folder);
    }

    @Test
    void a_port_is_chosen_once() throws IOException {
        int port = FreePort.keptIn(folder.resolve("port"));
        assertThat(port).isBetween(1, 65535);
        assertThat(FreePort.keptIn(folder.resolve("port"))).isEqualTo(port);
    }

    @Test
    void a_port_that_somebody_else_took_is_chosen_anew() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(folder.resolve("port"), other.getLocalPort() + "\n");
            assertThat(FreePort.keptIn(folder.resolve("port"))).isNotEqualTo(other.getLocalPort());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc\n", "99999\n", "0\n", "-1\n"})
    void a_damaged_file_is_replaced(String kept) throws IOException {
        Files.writeString(folder.resolve("port"), kept);
        int port = FreePort.keptIn(folder.resolve("port"));
        assertThat(port).isBetween(1, 65535);
        assertThat(Files.readString(folder.resolve("port")).trim()).isEqualTo(Integer.toString(port));
    }
}
