package org.laurel.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("service")
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class EmbeddedPostgresTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Path path;
    private DataDirectory directory;

    @BeforeEach
    void open() throws IOException {
        path = Files.createTempDirectory(Path.of("target"), "pg-").toAbsolutePath();
        directory = DataDirectory.open(path);
    }

    @AfterEach
    void leave_nothing_running() throws Exception {
        if (Files.exists(pidFile())) {
            long pid = postmaster();
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
            awaitEnd(pid);
        }
        directory.close();
        Folders.delete(path);
    }

    @Test
    void starts_durable_and_makes_the_database() throws SQLException {
        EmbeddedPostgres postgres = start();
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            assertThat(ask(postgres, "show " + setting)).as(setting).isEqualTo("on");
        }
        assertThat(ask(postgres, "select current_database()")).isEqualTo("laurel");
        assertThat(ask(postgres, "show server_encoding")).isEqualTo("UTF8");
        postgres.stop();
    }

    @Test
    void is_reached_from_this_machine_by_its_password_only() throws SQLException {
        EmbeddedPostgres postgres = start();
        assertThat(ask(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(ask(postgres, "show unix_socket_directories"))
                .isIn("", path.resolve("pg.sockets").toString());
        Settings.Database database = postgres.database();
        assertThat(catchState(database.url(), database.username(), "wrong")).isEqualTo("28P01");
        postgres.stop();
    }

    @Test
    void its_files_are_private() throws IOException {
        EmbeddedPostgres postgres = start();
        assertThat(mode(path)).isEqualTo("rwx------");
        assertThat(mode(path.resolve("pg"))).isEqualTo("rwx------");
        assertThat(mode(path.resolve("pg.password"))).isEqualTo("rw-------");
        assertThat(mode(path.resolve("pg.port"))).isEqualTo("rw-------");
        postgres.stop();
    }

    @Test
    void data_and_port_outlive_a_stop() throws Exception {
        EmbeddedPostgres first = start();
        write(first, "kept");
        first.stop();
        assertThat(pidFile()).doesNotExist();
        EmbeddedPostgres second = start();
        assertThat(second.database().url()).isEqualTo(first.database().url());
        assertThat(read(second)).isEqualTo("kept");
        second.stop();
    }

    @Test
    void committed_rows_outlive_a_kill() throws Exception {
        EmbeddedPostgres first = start();
        write(first, "committed");
        long pid = postmaster();
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        awaitEnd(pid);
        assertThat(pidFile()).exists();
        EmbeddedPostgres second = start();
        assertThat(read(second)).isEqualTo("committed");
        second.stop();
    }

    @Test
    void an_orphan_is_stopped_and_replaced() throws Exception {
        EmbeddedPostgres orphan = start();
        write(orphan, "of the orphan");
        long before = postmaster();
        EmbeddedPostgres next = start();
        assertThat(postmaster()).isNotEqualTo(before);
        awaitEnd(before);
        assertThat(read(next)).isEqualTo("of the orphan");
        next.stop();
    }

    @Test
    void a_half_made_cluster_is_thrown_away() throws Exception {
        Files.createDirectories(path.resolve("pg.new/base"));
        Files.writeString(path.resolve("pg.new/PG_VERSION"), "half");
        EmbeddedPostgres postgres = start();
        assertThat(path.resolve("pg.new")).doesNotExist();
        assertThat(ask(postgres, "select 1")).isEqualTo("1");
        postgres.stop();
    }

    @Test
    void a_pid_file_that_names_somebody_else_stops_nobody() throws Exception {
        EmbeddedPostgres first = start();
        write(first, "kept");
        first.stop();
        Process other = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(pidFile(), other.pid() + "\n" + path.resolve("pg") + "\n");
            String port = Files.readString(path.resolve("pg.port")).trim();
            Files.writeString(
                    path.resolve("pg.sockets/.s.PGSQL." + port + ".lock"),
                    other.pid() + "\n" + path.resolve("pg") + "\n");
            EmbeddedPostgres second = start();
            assertThat(other.isAlive()).isTrue();
            assertThat(read(second)).isEqualTo("kept");
            second.stop();
        } finally {
            other.destroy();
        }
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(directory, RANDOM);
    }

    private Path pidFile() {
        return path.resolve("pg/postmaster.pid");
    }

    private long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(pidFile()).get(0).trim());
    }

    /** Waits until the process is gone; one that nobody reaps counts as gone once it runs no program. */
    private static void awaitEnd(long pid) throws Exception {
        Path commandLine = Path.of("/proc", Long.toString(pid), "cmdline");
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent()
                && !(Files.exists(commandLine) && Files.readString(commandLine).isEmpty())) {
            assertThat(System.nanoTime()).as("process " + pid + " ends").isLessThan(deadline);
            Thread.sleep(20);
        }
    }

    private static void write(EmbeddedPostgres postgres, String text) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement()) {
            statement.execute("create table remembered (text text)");
            statement.execute("insert into remembered values ('" + text + "')");
        }
    }

    private static String read(EmbeddedPostgres postgres) throws SQLException {
        return ask(postgres, "select text from remembered");
    }

    private static String ask(EmbeddedPostgres postgres, String question) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(question)) {
            assertThat(result.next()).isTrue();
            return Objects.requireNonNull(result.getString(1));
        }
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        Settings.Database database = postgres.database();
        return DriverManager.getConnection("jdbc:" + database.url(), database.username(), database.password());
    }

    private static String catchState(String url, String user, String password) {
        try (Connection connection = DriverManager.getConnection("jdbc:" + url, user, password)) {
            return "connected: " + connection;
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
