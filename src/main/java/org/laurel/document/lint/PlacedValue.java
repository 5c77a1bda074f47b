package org.laurel.document.lint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;
import org.laurel.shared.json.Place;

/** A value and where it stands. */
public final class PlacedValue {
    private final Place place;
    private final JsonNode json;

    PlacedValue(Place place, JsonNode json) {
        this.place = place;
        this.json = json;
    }

    /** A whole document. */
    public static PlacedValue of(JsonNode document) {
        return new PlacedValue(Place.TOP, document);
    }

    /** JSON Pointer in the document. */
    public String pointer() {
        return place.pointer();
    }

    /** The value. */
    public JsonNode json() {
        return json;
    }

    /** Tells of each item of an array, or each member of an object. */
    public void forEach(Consumer<PlacedValue> visitor) {
        for (int i = 0; json.isArray() && i < json.size(); i++) {
            visitor.accept(new PlacedValue(place.item(i), json.get(i)));
        }
        json.properties()
                .forEach(member -> visitor.accept(new PlacedValue(place.member(member.getKey()), member.getValue())));
    }

    Place place() {
        return place;
    }
}
