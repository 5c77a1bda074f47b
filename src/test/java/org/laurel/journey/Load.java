package org.laurel.journey;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** Puts load on an address by wrk, each body in its turn. */
final class Load {
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern ERRORS = Pattern.compile("Non-2xx or 3xx responses: (\\d+)|Socket errors: (.+)");
    private static final Pattern LATE = Pattern.compile("99%\\s+(\\S+)");

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
        return rate(output("-t1", "-c" + connections, "-d" + seconds + "s", "-s", script.toString()));
    }

    /** The rate, and the time within which 99 of 100 were answered, in wrk's words: {@code 817 a second, 99 of 100 within 22.9ms}. */
    String latency(int connections, int seconds) throws IOException, InterruptedException {
        String output = output("-t1", "-c" + connections, "-d" + seconds + "s", "--latency", "-s", script.toString());
        Matcher late = LATE.matcher(output);
        if (!late.find()) {
            throw new IllegalStateException(output);
        }
        return "%.0f a second, 99 of 100 within %s".formatted(rate(output), late.group(1));
    }

    private static double rate(String output) {
        Matcher errors = ERRORS.matcher(output);
        Matcher rate = RATE.matcher(output);
        if (errors.find() || !rate.find()) {
            throw new IllegalStateException(output);
        }
        return Double.parseDouble(rate.group(1));
    }

    /** What wrk says; the benchmark is left out where it is not installed. */
    private String output(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("wrk"));
        command.addAll(List.of(arguments));
        command.add(address.toString());
        try {
            Process wrk = new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            wrk.waitFor();
            return output;
        } catch (IOException e) {
            Assumptions.abort("the benchmark needs the program wrk: " + e.getMessage());
            throw e;
        }
    }
}
