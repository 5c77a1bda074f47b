package org.laurel.journey;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** Posts bodies to an address, each in its turn: as many as it takes, by wrk, or at a steady pace. */
final class Load {
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern ERRORS = Pattern.compile("Non-2xx or 3xx responses: (\\d+)|Socket errors: (.+)");

    private final URI address;
    private final String contentType;
    private final List<String> bodies;
    private final Path script;

    Load(URI address, String contentType, List<String> bodies) throws IOException {
        this.address = address;
        this.contentType = contentType;
        this.bodies = List.copyOf(bodies);
        this.script = script();
    }

    private Path script() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "bench"));
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < bodies.size(); i++) {
            Path body = folder.resolve("body-" + Integer.toHexString(bodies.hashCode()) + "-" + i);
            Files.writeString(body, bodies.get(i));
            names.append('"').append(body).append("\",");
        }
        String lua = "local requests, turn = {}, 0\nfunction init()\n  for i, name in ipairs({" + names
                + "}) do\n    local file = io.open(name, 'rb')\n"
                + "    requests[i] = wrk.format('POST', nil, {['Content-Type'] = '" + contentType
                + "'}, file:read('*a'))\n    file:close()\n  end\nend\n"
                + "function request()\n  turn = turn % #requests + 1\n  return requests[turn]\nend\n";
        return Files.writeString(folder.resolve("post-" + Integer.toHexString(bodies.hashCode()) + ".lua"), lua);
    }

    /** Answers a second, all of them good, with this many connections. */
    double mostPerSecond(int connections, int seconds) throws IOException, InterruptedException {
        Process wrk = wrk("-t1", "-c" + connections, "-d" + seconds + "s", "-s", script.toString(), address.toString());
        String output = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        wrk.waitFor();
        Matcher errors = ERRORS.matcher(output);
        Matcher rate = RATE.matcher(output);
        if (errors.find() || !rate.find()) {
            throw new IllegalStateException(output);
        }
        return Double.parseDouble(rate.group(1));
    }

    private static Process wrk(String... arguments) throws IOException {
        String[] command = new String[arguments.length + 1];
        command[0] = "wrk";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            Assumptions.abort("the benchmark needs the program wrk: " + e.getMessage());
            throw e;
        }
    }

    /**
     * Milliseconds from the moment when a request was due to its whole answer, 99th percentile; a late start counts, and
     * it is infinite when more than one in a hundred was not answered well.
     *
     * @param perSecond how many are due each second, whatever the answers do
     */
    double latencyAt(int perSecond, int seconds) throws InterruptedException {
        int many = perSecond * seconds;
        long[] nanos = new long[many];
        AtomicInteger bad = new AtomicInteger();
        CompletableFuture<?>[] answers = new CompletableFuture<?>[many];
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        long start = System.nanoTime();
        for (int i = 0; i < many; i++) {
            int number = i;
            long due = start + TimeUnit.SECONDS.toNanos(1) * i / perSecond;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            answers[i] = http.sendAsync(request(i), HttpResponse.BodyHandlers.discarding())
                    .handle((answer, failure) -> {
                        nanos[number] = System.nanoTime() - due;
                        return failure == null && answer.statusCode() == 200 ? 0 : bad.incrementAndGet();
                    });
        }
        CompletableFuture.allOf(answers).join();
        Arrays.sort(nanos);
        return bad.get() > many / 100 ? Double.POSITIVE_INFINITY : nanos[(int) (many * 0.99)] / 1e6;
    }

    private HttpRequest request(int number) {
        return HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(bodies.get(number % bodies.size())))
                .build();
    }
}
