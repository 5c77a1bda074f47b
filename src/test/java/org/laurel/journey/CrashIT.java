package org.laurel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The service ends in the middle of awarding, one way or another: nothing acknowledged is lost, nothing happens twice. */
class CrashIT {
    private static final int AWARDS = 200;
    private static final int THREADS = 6;
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @EnumSource
    void every_acknowledged_award_survives_and_a_retry_makes_no_second(RunningLaurel.End end) throws Exception {
        try (RunningLaurel laurel = RunningLaurel.start(Map.of())) {
            String achievement = laurel.prepare("oak-hill", "{}");
            Map<Integer, String> acknowledged = awardUntil(laurel, end, achievement);
            if (end == RunningLaurel.End.KILLED) {
                assertThat(laurel.databaseProcesses())
                        .as("the database outlives a killed service")
                        .isNotEmpty();
            } else {
                assertThat(laurel.databaseProcesses()).as(end.name()).isEmpty();
            }

            laurel.startAgain();
            for (String url : acknowledged.values()) {
                assertThat(laurel.get(url, "application/json").statusCode())
                        .as(url)
                        .isEqualTo(200);
            }
            for (int number = 0; number < AWARDS; number++) {
                String again = award(laurel, achievement, number);
                assertThat(again).isEqualTo(acknowledged.getOrDefault(number, again));
            }
            assertEveryAwardOnceAndGenuine(laurel);
        }
    }

    private static Map<Integer, String> awardUntil(RunningLaurel laurel, RunningLaurel.End end, String achievement)
            throws Exception {
        Map<Integer, String> acknowledged = new ConcurrentHashMap<>();
        AtomicInteger next = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<Boolean>> running = IntStream.range(0, THREADS)
                .mapToObj(thread -> threads.submit(() -> work(laurel, achievement, next, acknowledged)))
                .toList();
        while (acknowledged.size() < AWARDS / 2) {
            Thread.sleep(2);
        }
        laurel.end(end);
        for (Future<Boolean> one : running) {
            one.get();
        }
        threads.shutdown();
        return acknowledged;
    }

    /** Awards until the service is gone. */
    private static boolean work(
            RunningLaurel laurel, String achievement, AtomicInteger next, Map<Integer, String> acknowledged)
            throws InterruptedException {
        for (int number = next.getAndIncrement(); number < AWARDS; number = next.getAndIncrement()) {
            try {
                acknowledged.put(number, award(laurel, achievement, number));
            } catch (IOException e) {
                return false;
            }
        }
        return true;
    }

    private static String award(RunningLaurel laurel, String achievement, int number)
            throws IOException, InterruptedException {
        HttpResponse<String> response = laurel.post(
                "/api/v1/issuers/oak-hill/awards",
                "{\"achievement\":\"" + achievement + "\",\"recipient\":{\"email\":\"p" + number % 20
                        + "@example.org\"},\"externalId\":\"row-" + number + "\"}",
                "row-" + number);
        if (response.statusCode() != 201) {
            throw new IOException(response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body()).path("credential").path("url").asText();
    }

    private static void assertEveryAwardOnceAndGenuine(RunningLaurel laurel) throws Exception {
        Set<String> externalIds = new HashSet<>();
        Set<String> entries = new HashSet<>();
        int counted = 0;
        String cursor = "";
        do {
            JsonNode page = page(laurel, cursor);
            for (JsonNode award : page.path("items")) {
                counted++;
                externalIds.add(award.path("externalId").asText());
                String json = laurel.get(award.path("credential").path("url").asText(), "application/json")
                        .body();
                entries.add(
                        JSON.readTree(json).path("credentialStatus").path("id").asText());
                assertThat(laurel.verified(json, "application/json")
                                .path("verified")
                                .asBoolean())
                        .isTrue();
            }
            cursor = page.path("next").asText("");
        } while (!cursor.isEmpty());
        assertThat(counted).isEqualTo(AWARDS);
        assertThat(externalIds).hasSize(AWARDS);
        assertThat(entries).as("no status entry twice").hasSize(AWARDS);
    }

    private static JsonNode page(RunningLaurel laurel, String cursor) throws Exception {
        return JSON.readTree(laurel.getAsAdministrator(
                "/api/v1/issuers/oak-hill/awards?limit=150" + (cursor.isEmpty() ? "" : "&cursor=" + cursor)));
    }
}
