package org.laurel.document.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.laurel.shared.json.Place;

/** An object of the data model within a document, and the members it has: read once, for every rule asks for them. */
public final class PlacedObject {
    private final Place place;
    private final ObjectNode json;
    private final Shape shape;
    private final List<PlacedMember> members;

    PlacedObject(Place place, ObjectNode json, Shape shape) {
        this.place = place;
        this.json = json;
        this.shape = shape;
        this.members = members(place, json, shape);
    }

    /** JSON Pointer in the document; empty for the document itself. */
    public String pointer() {
        return place.pointer();
    }

    /** The object. */
    public ObjectNode json() {
        return json;
    }

    /** The class it should be of. */
    public Shape shape() {
        return shape;
    }

    /** The members of its class that it has, in the order of the class. */
    public List<PlacedMember> members() {
        return members;
    }

    /** Where a member of it stands. */
    public String at(String member) {
        return place.member(member).pointer();
    }

    /** The values of the member of this name; none when it is not there. */
    public List<PlacedValue> values(String member) {
        for (PlacedMember one : members) {
            if (one.member().name().equals(member)) {
                return one.values();
            }
        }
        return List.of();
    }

    /** The objects under the member of this name; none when there are none. */
    public List<PlacedObject> objects(String member) {
        for (PlacedMember one : members) {
            if (one.member().name().equals(member)) {
                return one.objects();
            }
        }
        return List.of();
    }

    /** Adds itself and every object in it, parents first; embedded endorsements are not entered. */
    void collect(List<PlacedObject> found) {
        found.add(this);
        for (PlacedMember member : members) {
            member.objects().forEach(child -> child.collect(found));
        }
    }

    private static List<PlacedMember> members(Place place, ObjectNode json, Shape shape) {
        List<PlacedMember> members = new ArrayList<>(json.size());
        for (Member member : shape.members()) {
            JsonNode value = json.get(member.name());
            if (value != null) {
                members.add(PlacedMember.of(member, value, place.member(member.name())));
            }
        }
        return members;
    }
}
