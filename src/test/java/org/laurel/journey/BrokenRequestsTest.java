package org.laurel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;

/** Each file of {@code broken/requests} holds one request with one fault, and the exact answer to it. */
@ServiceTest
class BrokenRequestsTest {
    private static final Path FOLDER = Path.of("src/test/resources/broken/requests");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void every_fault_gets_its_exact_answer_and_changes_nothing() throws IOException {
        String issuer = Calls.issuer("{}");
        String achievement = Calls.published(issuer);
        Response award = Calls.award(issuer, achievement);
        Map<String, String> places = Map.of(
                "{issuer}", issuer,
                "{achievement}", achievement,
                "{draft}", Calls.draft(issuer),
                "{award}", award.path("id"),
                "{foreign}", Calls.published(Calls.issuer("{}")));
        List<Path> files;
        try (Stream<Path> listed = Files.list(FOLDER)) {
            files = listed.sorted().toList();
        }
        assertThat(files).hasSizeGreaterThanOrEqualTo(40);
        SoftAssertions all = new SoftAssertions();
        for (Path file : files) {
            JsonNode broken = JSON.readTree(filled(Files.readString(file), places));
            all.assertThatCode(() -> assertAnswer(file, broken)).doesNotThrowAnyException();
        }
        all.assertAll();
        int awards = Calls.admin().get("/api/v1/issuers/" + issuer + "/awards").path("items.size()");
        assertThat(awards).isEqualTo(1);
    }

    private static void assertAnswer(Path file, JsonNode broken) throws IOException {
        RequestSpecification request = Calls.admin();
        broken.path("headers")
                .properties()
                .forEach(header ->
                        request.header(header.getKey(), header.getValue().asText()));
        if (broken.has("rawBody")) {
            request.body(broken.get("rawBody").asText());
        } else if (broken.has("body")) {
            request.body(broken.get("body").toString());
        }
        Response response = request.request(
                broken.path("method").asText("POST"), broken.path("path").asText());
        JsonNode expected = broken.path("expect");
        String as = file.getFileName() + ": " + response.asString();
        assertThat(response.statusCode())
                .as(as)
                .isEqualTo(expected.path("status").asInt());
        assertThat(response.contentType()).as(as).isEqualTo("application/problem+json");
        JsonNode problem = JSON.readTree(response.asString());
        assertThat(problem.path("type").asText())
                .as(as)
                .isEqualTo("/problems#" + expected.path("type").asText());
        assertThat(errors(problem)).as(as).isEqualTo(errors(expected));
    }

    private static List<String> errors(JsonNode problem) {
        List<String> errors = new ArrayList<>();
        problem.path("errors")
                .forEach(error -> errors.add(error.path("pointer").asText() + " "
                        + error.path("code").asText()));
        return errors;
    }

    private static String filled(String text, Map<String, String> places) {
        String filled = text;
        for (Map.Entry<String, String> place : places.entrySet()) {
            filled = filled.replace(place.getKey(), place.getValue());
        }
        return filled;
    }
}
