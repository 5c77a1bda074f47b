package org.laurel.document.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSchemasTest {
    private final JsonSchemas schemas = new JsonSchemas();

    @ParameterizedTest
    @ValueSource(
            strings = {"https://json-schema.org/draft/2019-09/schema", "https://json-schema.org/draft/2020-12/schema"})
    void tells_where_a_document_breaks_a_schema(String draft) throws UnusableSchemaException {
        String schema = "{\"$schema\":\"" + draft + "\",\"required\":[\"b\"],"
                + "\"properties\":{\"a/b\":{\"items\":{\"type\":\"number\"}}}}";
        assertThat(faults(schema, "{\"b\":1,\"a/b\":[1]}")).isEmpty();
        assertThat(faults(schema, "{\"a/b\":[1,\"x\"]}"))
                .extracting(SchemaFault::pointer)
                .containsExactlyInAnyOrder("", "/a~1b/1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"$ref\":\"https://other.example/schema.json\"}",
                "{\"properties\":{\"a\":{\"$ref\":\"other.json\"}}}",
                "{\"$ref\":\"classpath:/draft/2020-12/schema\"}",
                "{\"$ref\":\"file:///etc/hostname\"}",
                "{\"$schema\":\"https://other.example/dialect\"}",
                "{\"$ref\":\"#\"}",
                "{\"properties\":{\"a\":{\"pattern\":\"(\"}}}",
                "{\"properties\":{\"a\":{\"pattern\":\"^(([a-z])+.)+[A-Z]([a-z])+$\"}}}",
                "[]",
                "{",
                "{\"a\":1,\"a\":2}",
            })
    void what_cannot_be_used_says_nothing_against_a_document(String schema) {
        long start = System.nanoTime();
        String document = "{\"a\":\"" + "a".repeat(5_000) + "\"}";
        assertThatThrownBy(() -> faults(schema, document)).isInstanceOf(UnusableSchemaException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void a_schema_is_used_again_after_it_was_too_slow() throws UnusableSchemaException {
        String schema = "{\"properties\":{\"a\":{\"pattern\":\"^(a+)+b$\"}}}";
        assertThat(faults(schema, "{\"a\":\"aab\"}")).isEmpty();
        assertThat(faults(schema, "{\"a\":\"ab\"}")).isEmpty();
        assertThat(faults(schema, "{\"a\":\"c\"}")).hasSize(1);
    }

    private List<SchemaFault> faults(String schema, String document) throws UnusableSchemaException {
        return schemas.faults(schema.getBytes(StandardCharsets.UTF_8), document);
    }
}
