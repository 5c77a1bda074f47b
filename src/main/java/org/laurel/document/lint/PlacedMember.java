package org.laurel.document.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.laurel.shared.json.Place;

/**
 * A member of the data model that an object has.
 *
 * @param member what the data model says of it
 * @param json its value, whatever it is
 * @param values the items of an array where many are allowed, else the value itself. What has the wrong multiplicity, is
 *     null or is an empty object gives nothing: other rules speak about that
 * @param objects the objects among the values, where the data model gives them a class
 */
public record PlacedMember(Member member, JsonNode json, List<PlacedValue> values, List<PlacedObject> objects) {

    static PlacedMember of(Member member, JsonNode json, Place place) {
        List<PlacedValue> values = values(member, json, place);
        return new PlacedMember(member, json, values, member.holdsObjects() ? objects(member, values) : List.of());
    }

    private static List<PlacedValue> values(Member member, JsonNode json, Place place) {
        if (!json.isArray()) {
            return usable(json) ? List.of(new PlacedValue(place, json)) : List.of();
        }
        List<PlacedValue> items = new ArrayList<>(json.size());
        for (int i = 0; member.many() && i < json.size(); i++) {
            if (usable(json.get(i))) {
                items.add(new PlacedValue(place.item(i), json.get(i)));
            }
        }
        return items;
    }

    private static List<PlacedObject> objects(Member member, List<PlacedValue> values) {
        List<PlacedObject> objects = new ArrayList<>(values.size());
        for (PlacedValue value : values) {
            if (value.json() instanceof ObjectNode object) {
                objects.add(new PlacedObject(value.place(), object, Shapes.named(member.shape())));
            }
        }
        return objects;
    }

    private static boolean usable(JsonNode value) {
        return !value.isMissingNode() && !value.isNull() && !(value.isObject() && value.isEmpty());
    }
}
