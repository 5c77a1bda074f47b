package org.laurel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.ServiceTest;

/** The committed API document is the one that is served; {@code -Dgolden.update=true} writes it anew. */
@ServiceTest
class OpenApiTest {
    private static final Path GOLDEN = Path.of("openapi/openapi.yaml");

    @Test
    void the_served_document_is_the_committed_one() throws IOException {
        String served =
                RestAssured.given().accept("application/yaml").get("/openapi").asString();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(GOLDEN, served);
        }
        assertThat(served).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void every_operation_explains_itself() throws IOException {
        JsonNode document = new ObjectMapper()
                .readTree(RestAssured.given()
                        .accept("application/json")
                        .get("/openapi")
                        .asString());
        document.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> assertExplained(operation.getKey() + " " + path.getKey(), operation.getValue())));
    }

    private static void assertExplained(String name, JsonNode operation) {
        assertThat(operation.path("operationId").asText()).as(name).isNotBlank();
        assertThat(operation.path("summary").asText()).as(name).isNotBlank();
        assertThat(operation.path("description").asText()).as(name).isNotBlank();
        assertThat(operation.path("responses").size()).as(name).isGreaterThan(1);
        assertThat(operation.path("responses").fieldNames())
                .toIterable()
                .as(name)
                .anyMatch(status -> status.startsWith("4"));
        boolean open = !name.contains(" /api/");
        assertThat(operation.path("x-laurel-scope").asText("").isEmpty())
                .as(name)
                .isEqualTo(open);
        assertThat(operation.path("security").isEmpty()).as(name).isEqualTo(open);
        assertThat(operation.path("responses").has("204") || isShown(operation))
                .as(name + " shows a body")
                .isTrue();
    }

    private static boolean isShown(JsonNode operation) {
        List<JsonNode> bodies = new ArrayList<>();
        bodies.add(operation.path("requestBody"));
        bodies.add(operation.path("responses").path("200"));
        bodies.add(operation.path("responses").path("201"));
        return bodies.stream()
                .flatMap(body -> body.path("content").properties().stream())
                .anyMatch(type -> type.getValue().has("example")
                        || type.getValue().path("schema").has("$ref"));
    }
}
