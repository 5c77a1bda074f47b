package org.laurel.document.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.shared.json.Pointers;

/**
 * An object of the data model within a document.
 *
 * @param pointer JSON Pointer in the document; empty for the document itself
 * @param json the object
 * @param shape the class it should be of
 */
public record PlacedObject(String pointer, ObjectNode json, Shape shape) {

    /** Every object that the data model gives a class to, parents first; embedded endorsements are not entered. */
    public static List<PlacedObject> all(CredentialDocument document) {
        List<PlacedObject> found = new ArrayList<>();
        Shapes.of(document).ifPresent(shape -> collect(new PlacedObject("", document.json(), shape), found));
        return found;
    }

    /** Every object of one class. */
    public static List<PlacedObject> all(CredentialDocument document, String shape) {
        return all(document).stream()
                .filter(object -> object.shape().name().equals(shape))
                .toList();
    }

    /** Where a member of it stands. */
    public String at(String member) {
        return Pointers.child(pointer, member);
    }

    /**
     * The values of a member: the items of an array where many are allowed, else the value itself. What has the wrong
     * multiplicity, is null or is empty gives nothing: other rules speak about that.
     */
    public List<PlacedValue> values(Member member) {
        JsonNode value = json.path(member.name());
        if (!value.isArray()) {
            return usable(value) ? List.of(new PlacedValue(at(member.name()), value)) : List.of();
        }
        List<PlacedValue> items = new ArrayList<>();
        for (int i = 0; member.many() && i < value.size(); i++) {
            if (usable(value.get(i))) {
                items.add(new PlacedValue(at(member.name()) + "/" + i, value.get(i)));
            }
        }
        return items;
    }

    /** The objects among a member's values, with their class. */
    public List<PlacedObject> objects(Member member) {
        List<PlacedObject> objects = new ArrayList<>();
        for (PlacedValue value : values(member)) {
            if (value.json() instanceof ObjectNode object) {
                objects.add(new PlacedObject(value.pointer(), object, Shapes.named(member.shape())));
            }
        }
        return objects;
    }

    /** The objects under the member of this name; none when the shape has no such member. */
    public List<PlacedObject> objects(String member) {
        return shape.member(member).map(this::objects).orElse(List.of());
    }

    private static boolean usable(JsonNode value) {
        return !value.isMissingNode() && !value.isNull() && !(value.isObject() && value.isEmpty());
    }

    private static void collect(PlacedObject object, List<PlacedObject> found) {
        found.add(object);
        for (Member member : object.shape().members()) {
            if (member.holdsObjects() && object.json().has(member.name())) {
                object.objects(member).forEach(child -> collect(child, found));
            }
        }
    }
}
