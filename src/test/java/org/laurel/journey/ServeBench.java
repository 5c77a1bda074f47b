package org.laurel.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * How many hosted badges and status lists a second are served, how many single awards are made, and how long one takes while
 * a batch runs: the packaged jar with 512 MiB, its database, and wrk on one machine.
 */
class ServeBench {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WARM = 30;
    private static final int SECONDS = 15;

    private final List<String> lines = new ArrayList<>();

    @Test
    void serves_and_awards() throws Exception {
        try (RunningLaurel laurel = RunningLaurel.start(Map.of("JAVA_TOOL_OPTIONS", "-Xmx512m"))) {
            String achievement = laurel.prepare("oak-hill", "{}");
            String award = award(laurel, achievement);
            Wrk.run(awards(laurel), 32, 3 * WARM, "-s", award); // until the compilers have done their work
            say("award-one: " + Wrk.run(awards(laurel), 32, SECONDS, "-s", award) + " (promised: 1000, 80 ms)");
            hosting(laurel);
            besideABatch(laurel, achievement, award);
            startUp(laurel);
        }
        Files.write(DistrictBatch.folder().resolve("serve.txt"), lines);
    }

    private static URI awards(RunningLaurel laurel) {
        return URI.create(laurel.origin() + "/api/v1/issuers/oak-hill/awards");
    }

    /** Every request awards somebody else. */
    private static String award(RunningLaurel laurel, String achievement) throws IOException {
        return Wrk.script(
                "award",
                "local turn, run = 0, os.time()\nfunction request()\n  turn = turn + 1\n"
                        + "  return wrk.format('POST', nil, {['Content-Type'] = 'application/json',"
                        + " ['Authorization'] = 'Bearer " + laurel.adminToken() + "'},"
                        + " '{\"achievement\":\"" + achievement
                        + "\",\"recipient\":{\"email\":\"a' .. run .. '-' .. turn"
                        + " .. '@example.org\"}}')\nend\n");
    }

    private void hosting(RunningLaurel laurel) throws IOException, InterruptedException {
        JsonNode listed = JSON.readTree(laurel.getAsAdministrator("/api/v1/issuers/oak-hill/awards?limit=1"));
        URI badge = URI.create(listed.at("/items/0/credential/url").asText());
        HttpResponse<String> answer = laurel.get(badge.toString(), "application/vc");
        URI list = URI.create(JSON.readTree(answer.body())
                .at("/credentialStatus/statusListCredential")
                .asText());
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        served("host, JSON", badge, 10_000, "-H", "Accept: application/vc");
        served("host, JWT", URI.create(badge + ".jwt"), 10_000);
        served("host, 304", badge, 15_000, "-H", "Accept: application/vc", "-H", "If-None-Match: " + tag);
        served("status list", list, 15_000);
    }

    private void served(String name, URI address, int promised, String... headers)
            throws IOException, InterruptedException {
        Wrk.run(address, 64, WARM / 2, headers);
        say(name + ": " + Wrk.run(address, 64, SECONDS, headers) + " (promised: " + promised + ")");
    }

    private void besideABatch(RunningLaurel laurel, String achievement, String award)
            throws IOException, InterruptedException {
        StringBuilder file = new StringBuilder("recipient.email,achievement\n");
        for (int i = 0; i < 50_000; i++) {
            file.append("b")
                    .append(i)
                    .append("@district.example,")
                    .append(achievement)
                    .append('\n');
        }
        Path roster = Files.writeString(DistrictBatch.folder().resolve("beside.csv"), file);
        String batch = laurel.handIn("oak-hill", HttpRequest.BodyPublishers.ofFile(roster));
        say("award-one beside a batch, 1 connection: " + Wrk.run(awards(laurel), 1, 8, "-s", award)
                + " (promised: 50 ms), the batch being "
                + JSON.readTree(laurel.getAsAdministrator("/api/v1/batches/" + batch))
                        .path("state")
                        .asText());
    }

    private void startUp(RunningLaurel laurel) throws IOException, InterruptedException {
        laurel.stop();
        long start = System.nanoTime();
        laurel.startAgain();
        say("start with an existing database: %.1f s (promised: 4 s)".formatted((System.nanoTime() - start) / 1e9));
    }

    private void say(String line) {
        lines.add(line);
        System.out.println(line);
    }
}
