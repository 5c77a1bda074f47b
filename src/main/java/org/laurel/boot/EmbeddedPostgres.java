package org.laurel.boot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * PostgreSQL in the data directory, private to its owner, durable, recovered by PostgreSQL itself after a crash.
 * The order of steps is fixed: the lock is held by the caller; a living orphan is stopped; the cluster is made in
 * {@code pg.new} and renamed; the server is started on loopback; its durability is asserted.
 */
final class EmbeddedPostgres {
    private static final String USER = "laurel";
    private static final String DATABASE = "laurel";
    private static final int MAX_SOCKET_PATH = 90;
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final PostgresBinaries binaries;
    private final Path data;
    private final Path cluster;
    private final String password;
    private int port;

    private EmbeddedPostgres(PostgresBinaries binaries, Path data, String password) {
        this.binaries = binaries;
        this.data = data;
        this.cluster = data.resolve("pg");
        this.password = password;
    }

    /** Starts the database of this data directory, whose lock the caller holds. */
    static EmbeddedPostgres start(DataDirectory directory, SecureRandom random) {
        String password = directory.secret("pg.password", random).value();
        EmbeddedPostgres postgres =
                new EmbeddedPostgres(PostgresBinaries.unpack(directory.path()), directory.path(), password);
        try {
            postgres.stopOrphan();
            postgres.initialise();
            postgres.launchPatiently();
            postgres.assertDurable();
            return postgres;
        } catch (IOException e) {
            throw new StartException("The embedded PostgreSQL does not start: " + e.getMessage(), e);
        }
    }

    /** How to reach it. */
    Settings.Database database() {
        return new Settings.Database(
                "postgresql://127.0.0.1:" + port + "/" + DATABASE, USER, password, Optional.empty());
    }

    /** A database that is refused is stopped: nobody would be left to stop it later. */
    private void assertDurable() {
        try {
            PostgresDurability.assertDurable(database(), DATABASE);
        } catch (StartException refusal) {
            stop();
            throw refusal;
        }
    }

    /** Stops it: sessions are ended, everything committed is on disk. */
    void stop() {
        try {
            run(List.of(binaries.program("pg_ctl"), "stop", "-D", cluster.toString(), "-m", "fast", "-w"));
        } catch (IOException e) {
            throw new StartException("The embedded PostgreSQL does not stop: " + e.getMessage(), e);
        }
    }

    /** A server that outlived its service (kill -9) still holds our cluster: it is stopped and waited for. */
    private void stopOrphan() throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = new ArrayList<>(Files.readAllLines(pidFile, StandardCharsets.US_ASCII));
        if (lines.isEmpty() || !lines.get(0).trim().matches("\\d{1,10}")) {
            Files.delete(pidFile);
        } else if (isOurs(Long.parseLong(lines.get(0).trim()))) {
            stop();
        } else {
            // After a crash somebody else may have the number, and PostgreSQL would refuse to start. It takes the
            // number
            // of the process that calls pg_ctl for stale, and still sees from the other lines whether memory is in use.
            lines.set(0, Long.toString(ProcessHandle.current().pid()));
            DataDirectory.write(pidFile, String.join("\n", lines) + "\n");
        }
    }

    private boolean isOurs(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(EmbeddedPostgres::commandLine)
                .filter(line -> line.contains(cluster.toString()))
                .isPresent();
    }

    private static String commandLine(ProcessHandle process) {
        Path linux = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        try {
            return Files.isReadable(linux)
                    ? Files.readString(linux, StandardCharsets.UTF_8)
                    : process.info().commandLine().orElse("");
        } catch (IOException e) {
            return process.info().commandLine().orElse("");
        }
    }

    private void initialise() throws IOException {
        if (Files.isDirectory(cluster)) {
            return;
        }
        Path draft = data.resolve("pg.new");
        Folders.delete(draft);
        run(List.of(
                binaries.program("initdb"),
                "-D",
                draft.toString(),
                "-U",
                USER,
                "--pwfile=" + data.resolve("pg.password"),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C"));
        Files.move(draft, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    /** After a kill the server's children hold its memory for a moment more, and a start fails: it is tried again. */
    private void launchPatiently() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                launch();
                return;
            } catch (IOException e) {
                if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private void launch() throws IOException {
        port = FreePort.keptIn(data.resolve("pg.port"));
        Path sockets = data.resolve("pg.sockets");
        // a killed server leaves the lock of its socket, with a number that somebody else may have by now
        Folders.delete(sockets);
        Files.createDirectories(sockets);
        String socketDirectory = sockets.toString().length() > MAX_SOCKET_PATH ? "" : sockets.toString();
        String options = String.join(
                " ",
                "-c listen_addresses=127.0.0.1",
                "-c port=" + port,
                "-c unix_socket_directories='" + socketDirectory + "'",
                "-c fsync=on",
                "-c synchronous_commit=on",
                "-c full_page_writes=on",
                "-c logging_collector=off");
        run(List.of(
                binaries.program("pg_ctl"),
                "start",
                "-D",
                cluster.toString(),
                "-w",
                "-t",
                "60",
                "-l",
                data.resolve("postgresql.log").toString(),
                "-o",
                options));
    }

    /** PostgreSQL refuses to run as root; a user namespace of its own makes it an ordinary process. */
    private void run(List<String> command) throws IOException {
        List<String> line = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/usr/bin/unshare"))) {
            line.addAll(List.of("/usr/bin/unshare", "-U"));
        }
        line.addAll(command);
        Path output = data.resolve("postgresql.commands.log");
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                .start();
        try {
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(command.get(0) + " did not end within 120 s; see " + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        if (process.exitValue() != 0) {
            throw new IOException(Path.of(command.get(0)).getFileName() + " failed with exit code "
                    + process.exitValue() + "; see " + output + " and " + data.resolve("postgresql.log"));
        }
    }
}
