package org.laurel.boot;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The loopback port of the embedded database: chosen once, kept in a file, chosen anew only when somebody else has it. */
final class FreePort {

    private FreePort() {}

    static int keptIn(Path file) throws IOException {
        if (Files.exists(file)) {
            String kept = Files.readString(file, StandardCharsets.US_ASCII).trim();
            if (kept.matches("[1-9]\\d{0,4}") && isFree(Integer.parseInt(kept))) {
                return Integer.parseInt(kept);
            }
        }
        int chosen;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            chosen = socket.getLocalPort();
        }
        DataDirectory.write(file, chosen + "\n");
        return chosen;
    }

    private static boolean isFree(int port) {
        if (port > 65535) {
            return false;
        }
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
