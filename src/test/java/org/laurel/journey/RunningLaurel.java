package org.laurel.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The packaged jar as a process with a data directory of its own; can be stopped, killed, and started again. */
final class RunningLaurel implements AutoCloseable {
    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path data;
    private final int port;
    private final Map<String, String> settings;
    private final HttpClient http = HttpClient.newHttpClient();
    private Process process;

    private RunningLaurel(Path data, int port, Map<String, String> settings) throws IOException {
        this.data = data;
        this.port = port;
        this.settings = settings;
        this.process = launch();
    }

    /** Starts on an empty directory. */
    static RunningLaurel start(Map<String, String> settings) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of("target", "journeys"));
        RunningLaurel laurel =
                new RunningLaurel(Files.createTempDirectory(folder, "data").toAbsolutePath(), freePort(), settings);
        laurel.awaitReady();
        return laurel;
    }

    /** Starts again on the same directory. */
    void startAgain() throws IOException, InterruptedException {
        process = launch();
        awaitReady();
    }

    /** What a second start on the same directory prints before it ends, and its exit code last. */
    List<String> startSecond(Map<String, String> more) throws IOException, InterruptedException {
        ProcessBuilder builder = builder(data.resolve("second.log"));
        builder.environment().putAll(more);
        Process second = builder.start();
        if (!second.waitFor(60, TimeUnit.SECONDS)) {
            second.destroyForcibly();
        }
        List<String> lines = new ArrayList<>(Files.readAllLines(data.resolve("second.log")));
        lines.add("exit " + second.exitValue());
        return lines;
    }

    private Process launch() throws IOException {
        return builder(log()).start();
    }

    private ProcessBuilder builder(Path log) {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        JAR.toAbsolutePath().toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("LAUREL_"));
        environment.put("LAUREL_BASE_URL", origin());
        environment.put("LAUREL_HTTP_PORT", Integer.toString(port));
        environment.put("LAUREL_DATA_DIR", data.toString());
        environment.put("QUARKUS_MANAGEMENT_PORT", "0");
        environment.putAll(settings);
        return builder;
    }

    private void awaitReady() throws IOException, InterruptedException {
        Duration patience = settings.containsKey("LAUREL_DEMO") ? PATIENCE.multipliedBy(7) : PATIENCE;
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            if (output().contains("Ctrl-C stops it.")) {
                return;
            }
            if (!process.isAlive()) {
                break;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("Laurel did not start:\n" + output());
    }

    /** Everything it printed since its last start. */
    String output() throws IOException {
        return Files.exists(log()) ? Files.readString(log()) : "";
    }

    private Path log() {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    /** Asks it to end, and waits for that. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Laurel did not end within 60 s");
        }
    }

    /** Kills it without a word. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Ends it so. */
    void end(End end) throws IOException, InterruptedException {
        switch (end) {
            case STOPPED -> stop();
            case KILLED -> kill();
            case POWER_FAILED -> {
                process.destroyForcibly();
                databases().forEach(ProcessHandle::destroyForcibly);
                process.waitFor();
            }
        }
    }

    /** The ways in which a running service ends. */
    enum End {
        /** SIGTERM: the service drains, the database stops. */
        STOPPED,
        /** kill -9 of the service; its database lives on without it. */
        KILLED,
        /** kill -9 of the service and of its database. */
        POWER_FAILED
    }

    @Override
    public void close() throws InterruptedException, IOException {
        if (process.isAlive()) {
            stop();
        } else if (!databaseProcesses().isEmpty()) {
            startAgain();
            stop();
        }
    }

    /** The command lines of database processes that hold our directory. */
    List<String> databaseProcesses() {
        return databases().stream().map(RunningLaurel::commandLine).toList();
    }

    private List<ProcessHandle> databases() {
        return ProcessHandle.allProcesses()
                .filter(handle ->
                        commandLine(handle).contains(data.resolve("pg").toString()))
                .filter(handle -> commandLine(handle).contains("postgres"))
                .toList();
    }

    private static String commandLine(ProcessHandle handle) {
        Path file = Path.of("/proc", Long.toString(handle.pid()), "cmdline");
        return Files.isReadable(file)
                ? read(file).replace('\0', ' ')
                : handle.info().commandLine().orElse("");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }

    Path data() {
        return data;
    }

    long pid() {
        return process.pid();
    }

    /** A line of what Linux says of its memory, such as {@code VmRSS} or, at its peak, {@code VmHWM}. */
    String memory(String line) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid()), "status")).stream()
                .filter(read -> read.startsWith(line))
                .map(read -> read.replaceAll("\\D+", "") + " KiB")
                .findFirst()
                .orElse("not known here");
    }

    /** A connection to its embedded database, to be closed. */
    Connection database() throws IOException, SQLException {
        String port = Files.readString(data.resolve("pg.port")).strip();
        String password = Files.readString(data.resolve("pg.password")).strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/laurel", "laurel", password);
    }

    String origin() {
        return "http://localhost:" + port;
    }

    String adminToken() throws IOException {
        String given = settings.get("LAUREL_ADMIN_TOKEN");
        return given == null ? Files.readString(data.resolve("admin-token")).strip() : given;
    }

    /** A GET. */
    HttpResponse<String> get(String address, String accept) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Accept", accept)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** The bytes that anybody gets there. */
    byte[] bytes(String address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    /** The body of a GET from the management API, by the administrator. */
    String getAsAdministrator(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(origin() + path))
                .header("Authorization", "Bearer " + adminToken())
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    /** A POST to the management API, by the administrator. */
    HttpResponse<String> post(String path, String body, @Nullable String key) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin() + path))
                .header("Authorization", "Bearer " + adminToken())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Hands a CSV file of awards in, which must be received; gives the batch's id. */
    String handIn(String issuer, HttpRequest.BodyPublisher csv) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(origin() + "/api/v1/issuers/" + issuer + "/batches"))
                .header("Authorization", "Bearer " + adminToken())
                .header("Content-Type", "text/csv")
                .POST(csv)
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body()).path("id").asText();
    }

    /** The same, which must succeed; the answer as a tree. */
    JsonNode posted(String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> response = post(path, body, null);
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(path + ": " + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }

    /** The report on bytes. */
    JsonNode verified(String body, String contentType) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(origin() + "/verify"))
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return JSON.readTree(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    /** Makes an issuer and a published micro-credential; gives the latter's id. */
    String prepare(String slug, String settingsJson) throws IOException, InterruptedException {
        posted(
                "/api/v1/issuers",
                "{\"slug\":\"" + slug + "\",\"name\":\"Oak Hill\",\"settings\":" + settingsJson + "}");
        return achievement(slug);
    }

    /** Makes a published micro-credential of an issuer that is there; gives its id. */
    String achievement(String slug) throws IOException, InterruptedException {
        String id = posted(
                        "/api/v1/issuers/" + slug + "/achievements",
                        "{\"name\":\"Feedback\",\"description\":\"Gives feedback that moves learners on.\","
                                + "\"criteria\":{\"narrative\":\"Hand in **two** examples.\"},\"directAward\":true}")
                .path("id")
                .asText();
        posted("/api/v1/achievements/" + id + "/publish", "");
        return id;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
