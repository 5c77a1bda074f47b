package org.laurel.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * How many badges a second the public verifier judges over HTTP, and how long one takes at half the rate that is promised:
 * the packaged jar with 512 MiB, the database, and the client on one machine. Badges of one issuer, whose keys and list are
 * asked for each time, as they always are: a few that come again and again, as those on a page that many open do, and so
 * many in turn that each has been forgotten before it comes again.
 */
class VerifyBench {
    private static final int KNOWN = 200;
    /** More than the verifier remembers. */
    private static final int BADGES = 1500;

    private static final int CONNECTIONS = 128;

    private final List<String> lines = new ArrayList<>();

    @Test
    void judges_badges_over_http() throws Exception {
        Map<String, String> settings = Map.of("JAVA_TOOL_OPTIONS", "-Xmx512m");
        try (RunningLaurel laurel = RunningLaurel.start(settings)) {
            List<String> json = new ArrayList<>();
            List<String> jwt = new ArrayList<>();
            award(laurel, json, jwt);
            measure(laurel, "VC-JWT, ES256", "application/vc+jwt", jwt, 4000);
            measure(laurel, "eddsa-rdfc-2022", "application/vc", json, 1500);
            patience(laurel, json);
            say("memory of the service at its peak: " + laurel.memory("VmHWM") + ", -Xmx512m");
        }
        Path file = Files.createDirectories(Path.of("target", "bench")).resolve("verify.txt");
        Files.write(file, lines);
    }

    private void measure(RunningLaurel laurel, String name, String contentType, List<String> badges, int promised)
            throws IOException, InterruptedException {
        URI verify = URI.create(laurel.origin() + "/verify");
        Load each = new Load(verify, contentType, badges);
        each.with(CONNECTIONS, 90); // until the compilers have done their work
        rates(each, name + ", forgotten since", promised);
        Load load = new Load(verify, contentType, badges.subList(0, KNOWN));
        load.with(CONNECTIONS, 30);
        rates(load, name + ", seen lately", promised);
    }

    /** With so few connections that about half of the rate comes about, each asking again as soon as it was answered. */
    private void patience(RunningLaurel laurel, List<String> json) throws IOException, InterruptedException {
        Load load = new Load(URI.create(laurel.origin() + "/verify"), "application/vc", json);
        for (int connections : new int[] {2, 4, 8}) {
            say(
                    "eddsa-rdfc-2022, forgotten since: %s with %d connections (promised: 99 of 100 within 100 ms at 750 a second)"
                            .formatted(load.with(connections, 15), connections));
        }
    }

    private void rates(Load load, String name, int promised) throws IOException, InterruptedException {
        for (int run = 1; run <= 3; run++) {
            say("%s, run %d: %s with %d connections (promised: %d)"
                    .formatted(name, run, load.with(CONNECTIONS, 15), CONNECTIONS, promised));
        }
    }

    private static void award(RunningLaurel laurel, List<String> json, List<String> jwt)
            throws IOException, InterruptedException {
        String achievement = laurel.prepare("oak-hill", "{}");
        for (int i = 0; i < BADGES; i++) {
            JsonNode award = laurel.posted(
                    "/api/v1/issuers/oak-hill/awards",
                    "{\"achievement\":\"" + achievement + "\",\"recipient\":{\"email\":\"ada" + i + "@example.org\"}}");
            String url = award.path("credential").path("url").asText();
            json.add(laurel.get(url, "application/vc").body());
            jwt.add(laurel.get(url + ".jwt", "*/*").body());
        }
    }

    private void say(String line) {
        lines.add(line);
        System.out.println(line);
    }
}
