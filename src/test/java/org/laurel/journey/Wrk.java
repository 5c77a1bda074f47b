package org.laurel.journey;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** Runs wrk, the load generator: one thread, since the service needs the other processor. */
final class Wrk {
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern ERRORS = Pattern.compile("Non-2xx or 3xx responses: (\\d+)|Socket errors: (.+)");
    private static final Pattern LATE = Pattern.compile("(?m)^\\s+99%\\s+(\\S+)");

    private Wrk() {}

    /**
     * What came of a load.
     *
     * @param rate good answers a second
     * @param late the time within which 99 of 100 were answered, in wrk's words: {@code 22.90ms}
     */
    record Measured(double rate, String late) {
        @Override
        public String toString() {
            return "%.0f a second, 99 of 100 within %s".formatted(rate, late);
        }
    }

    /** Puts load on an address, each connection asking again as soon as it was answered; every answer must be good. */
    static Measured run(URI address, int connections, int seconds, String... more)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("wrk", "-t1", "-c" + connections, "-d" + seconds + "s", "--timeout", "30s", "--latency"));
        command.addAll(List.of(more));
        command.add(address.toString());
        String output = output(command);
        Matcher errors = ERRORS.matcher(output);
        Matcher rate = RATE.matcher(output);
        Matcher late = LATE.matcher(output);
        if (errors.find() || !rate.find() || !late.find()) {
            throw new IllegalStateException(output);
        }
        return new Measured(Double.parseDouble(rate.group(1)), late.group(1));
    }

    /** Keeps a script of the given name for {@code -s}. */
    static String script(String name, String lua) throws IOException {
        return Files.writeString(DistrictBatch.folder().resolve(name + ".lua"), lua)
                .toString();
    }

    private static String output(List<String> command) throws IOException, InterruptedException {
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
