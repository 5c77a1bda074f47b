package org.laurel.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Fills every text of a request that the API document describes with a probe of its own, and what the service refuses with
 * the next value that might pass, until the request is taken. A field that is added to the document is planted, too.
 */
final class Planter {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_ROUNDS = 400;

    private final JsonNode document;
    private final boolean linksFirst;
    private final List<Plant> plants = new ArrayList<>();
    private int next;

    Planter(JsonNode document, boolean linksFirst) {
        this.document = document;
        this.linksFirst = linksFirst;
        this.next = linksFirst ? 5000 : 1000;
    }

    /** Sends a request. */
    interface Door {
        HttpResponse<String> send(String body) throws Exception;
    }

    /** One text of a request: where it stands, and what is tried there, first the worst. */
    private static final class Plant {
        private final String pointer;
        private final List<String> values;
        private int tried;

        Plant(String pointer, List<String> values) {
            this.pointer = pointer;
            this.values = values;
        }

        boolean isLeft() {
            return tried < values.size();
        }

        boolean isProbe() {
            return isLeft() && Probe.isOne(values.get(tried));
        }
    }

    /** How many texts were planted in all, and how many of them hold a probe in the end. */
    int planted() {
        return plants.size();
    }

    /** How many of them hold a probe in the end. */
    int accepted() {
        return (int) plants.stream().filter(Plant::isProbe).count();
    }

    /** Where a probe was not taken. */
    List<String> refused() {
        return plants.stream()
                .filter(plant -> !plant.isProbe())
                .map(plant -> plant.pointer)
                .toList();
    }

    /**
     * Plants a request of this schema.
     *
     * @param fixed what must stand in it, by its pointer
     * @return the answer of the service, which took it
     */
    JsonNode plant(String schema, Map<String, JsonNode> fixed, Door door) throws Exception {
        List<Plant> mine = new ArrayList<>();
        walk(document.at("/components/schemas/" + schema), "", new TreeSet<>(Set.of(schema)), mine);
        mine.removeIf(plant -> fixed.containsKey(plant.pointer));
        plants.addAll(mine);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            HttpResponse<String> answer = door.send(body(mine, fixed).toString());
            if (answer.statusCode() < 300) {
                return JSON.readTree(answer.body());
            }
            if (answer.statusCode() >= 500 || !withdrawn(JSON.readTree(answer.body()), mine)) {
                throw new AssertionError(schema + ": " + answer.statusCode() + " " + answer.body());
            }
        }
        throw new AssertionError(schema + " is never taken");
    }

    /** Takes back what was refused; false when nothing that was planted is. */
    private static boolean withdrawn(JsonNode problem, List<Plant> plants) {
        boolean some = false;
        for (JsonNode error : problem.path("errors")) {
            String pointer = error.path("pointer").asText();
            List<Plant> meant = at(pointer, plants);
            if (meant.isEmpty() && !pointer.isEmpty()) { // something is missing: its neighbours cannot stand alone
                meant = at(pointer.substring(0, pointer.lastIndexOf('/')), plants);
                meant.forEach(plant -> plant.tried = plant.values.size());
            }
            meant.forEach(plant -> plant.tried++);
            some |= !meant.isEmpty();
        }
        return some;
    }

    /** What stands there, or else beneath it. */
    private static List<Plant> at(String pointer, List<Plant> plants) {
        return plants.stream()
                .filter(Plant::isLeft)
                .filter(plant -> plant.pointer.equals(pointer) || plant.pointer.startsWith(pointer + "/"))
                .toList();
    }

    private void walk(JsonNode given, String pointer, Set<String> above, List<Plant> found) {
        JsonNode schema = given;
        Set<String> within = above;
        if (given.has("$ref")) {
            String name = given.path("$ref").asText().replaceAll(".*/", "");
            if (above.contains(name)) {
                return; // a thing within itself is planted once
            }
            within = new TreeSet<>(above);
            within.add(name);
            schema = document.at("/components/schemas/" + name);
            if (name.equals("ObjectNode")) {
                found.add(new Plant(pointer, List.of(Probe.endorsement(next++))));
                return;
            }
        }
        JsonNode properties = schema.path("properties");
        boolean wraps = properties.size() == 1 && properties.has("value"); // one text, in a type of its own
        if (schema.path("type").asText().equals("array")) {
            walk(schema.path("items"), pointer + "/0", within, found);
        } else if (wraps || schema.path("type").asText().equals("string") && !schema.has("enum")) {
            found.add(new Plant(pointer, Probe.values(next++, linksFirst)));
        } else {
            for (Map.Entry<String, JsonNode> property : properties.properties()) {
                walk(property.getValue(), pointer + "/" + property.getKey(), within, found);
            }
        }
    }

    private static ObjectNode body(List<Plant> plants, Map<String, JsonNode> fixed) throws Exception {
        ObjectNode body = JSON.createObjectNode();
        for (Plant plant : plants) {
            if (plant.isLeft()) {
                String value = plant.values.get(plant.tried);
                put(body, plant.pointer, value.startsWith("{\"@") ? JSON.readTree(value) : body.textNode(value));
            }
        }
        fixed.forEach((pointer, value) -> put(body, pointer, value));
        return body;
    }

    private static void put(ObjectNode body, String pointer, JsonNode value) {
        String[] names = pointer.substring(1).split("/", -1);
        JsonNode parent = body;
        for (int i = 0; i < names.length - 1; i++) {
            boolean list = names[i + 1].equals("0");
            JsonNode child = parent.path(names[i].equals("0") && parent.isArray() ? "" : names[i]);
            if (parent instanceof ArrayNode array) {
                child = array.isEmpty() ? (list ? array.addArray() : array.addObject()) : array.get(0);
            } else if (child.isMissingNode()) {
                child = list ? ((ObjectNode) parent).putArray(names[i]) : ((ObjectNode) parent).putObject(names[i]);
            }
            parent = child;
        }
        if (parent instanceof ArrayNode array) {
            array.add(value);
        } else {
            ((ObjectNode) parent).set(names[names.length - 1], value);
        }
    }
}
