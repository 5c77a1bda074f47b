package org.laurel.verifying.openbadges2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.laurel.shared.json.Pointers;

/**
 * Compares a document that was handed in with the one that is published, member by member. What JSON-LD takes for the
 * same counts as the same: one value and an array of it, a thing and the link to it, one instant in two zones. A badge
 * class or issuer that only one of them writes out is compared elsewhere, with what its own address serves.
 */
final class Differences {
    private static final int MOST = 20;
    private static final Set<String> COMPARED_ELSEWHERE = Set.of("badge", "issuer");

    private final List<String> contradicted = new ArrayList<>();
    private final List<String> unsaid = new ArrayList<>();

    private Differences() {}

    /** Compares; at most twenty differences of each kind are told. */
    static Differences between(JsonNode handedIn, JsonNode published) {
        Differences differences = new Differences();
        differences.compare(handedIn, published, "");
        return differences;
    }

    /** Pointers to what was handed in and is not published so. */
    List<String> contradicted() {
        return List.copyOf(contradicted);
    }

    /** Pointers to what is published and was not handed in. */
    List<String> unsaid() {
        return List.copyOf(unsaid);
    }

    private void compare(JsonNode handedIn, JsonNode published, String pointer) {
        JsonNode one = alone(handedIn);
        JsonNode other = alone(published);
        if (isNothing(one)) {
            if (!isNothing(other)) {
                note(unsaid, pointer);
            }
        } else if (one.isObject() && other.isObject()) {
            members(one, other, pointer);
        } else if (one.isArray() && other.isArray() && one.size() == other.size()) {
            for (int i = 0; i < one.size(); i++) {
                compare(one.get(i), other.get(i), pointer + "/" + i);
            }
        } else if (!same(one, other) && !links(one, other, pointer)) {
            note(contradicted, pointer);
        }
    }

    private void members(JsonNode one, JsonNode other, String pointer) {
        Set<String> names = new TreeSet<>();
        one.fieldNames().forEachRemaining(names::add);
        other.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            compare(one.path(name), other.path(name), Pointers.child(pointer, name));
        }
    }

    private boolean links(JsonNode one, JsonNode other, String pointer) {
        if (one.isTextual() && other.isObject()) {
            return one.textValue().equals(other.path("id").textValue());
        }
        String member = pointer.substring(pointer.lastIndexOf('/') + 1);
        return one.isObject()
                && other.isTextual()
                && COMPARED_ELSEWHERE.contains(member)
                && Texts.isUrl(other.textValue())
                && other.textValue().equals(one.path("id").textValue());
    }

    private static boolean same(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue()) == 0;
        }
        return one.equals(other)
                || DateTimes.read(one)
                        .filter(time ->
                                DateTimes.read(other).filter(time::equals).isPresent())
                        .isPresent();
    }

    private static boolean isNothing(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static JsonNode alone(JsonNode value) {
        if (value.isArray() && value.size() == 1) {
            return value.get(0);
        }
        return value.isArray() && value.isEmpty() ? MissingNode.getInstance() : value;
    }

    private static void note(List<String> pointers, String pointer) {
        if (pointers.size() < MOST) {
            pointers.add(pointer);
        }
    }
}
