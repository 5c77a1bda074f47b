package org.laurel.document.jsonld;

import com.apicatalog.jsonld.json.JsonProvider;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

/** Hands a tree to titanium without writing and reading it again; numbers keep the form in which they were written. */
final class JakartaJson {
    private static final jakarta.json.spi.JsonProvider JSON = JsonProvider.instance();

    private JakartaJson() {}

    /** {@code Json.createArrayBuilder()} would look the provider up on the class path each time. */
    static JsonArray arrayOf(JsonValue only) {
        return JSON.createArrayBuilder().add(only).build();
    }

    static JsonObject of(ObjectNode node) {
        JsonObjectBuilder builder = JSON.createObjectBuilder();
        node.fields().forEachRemaining(member -> builder.add(member.getKey(), of(member.getValue())));
        return builder.build();
    }

    static JsonValue of(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return of(object);
        }
        if (node.isArray()) {
            JsonArrayBuilder builder = JSON.createArrayBuilder();
            node.forEach(item -> builder.add(of(item)));
            return builder.build();
        }
        if (node.isTextual()) {
            return JSON.createValue(node.textValue());
        }
        if (node.isIntegralNumber()) {
            return JSON.createValue(node.bigIntegerValue());
        }
        if (node.isNumber()) {
            return JSON.createValue(node.decimalValue());
        }
        if (node.isBoolean()) {
            return node.booleanValue() ? JsonValue.TRUE : JsonValue.FALSE;
        }
        return JsonValue.NULL;
    }
}
