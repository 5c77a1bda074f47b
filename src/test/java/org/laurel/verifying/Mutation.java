package org.laurel.verifying;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.laurel.fixture.SampleWorld;
import org.laurel.fixture.Samples;
import org.laurel.fixture.TestKeys;
import org.laurel.securing.key.SigningKey;
import org.laurel.shared.json.MalformedJsonException;
import org.laurel.shared.json.StrictJson;

/**
 * One thing that was sound until one fault was put in.
 *
 * @param name what was done and where
 * @param input what the verifier gets
 * @param list the status list that is to be had meanwhile
 */
record Mutation(String name, byte[] input, byte[] list) {
    /** A published key, so that the same mutations come out each time. */
    static final SigningKey KEY = TestKeys.ed25519(
            "c96ef9ea10c5e414c471723aff9de72c35fa5b70fae97e8832ecac7d2e2b8ed6",
            "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2#z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2");

    static final SampleWorld WORLD = new SampleWorld(KEY);

    /** A badge of the key with a status entry, signed. */
    static ObjectNode badge() {
        return json(WORLD.signed(WORLD.withStatus("revocation", "8")));
    }

    /** The list in which that entry is clear, not signed. */
    static ObjectNode plainList() {
        return WORLD.list("revocation", 131072, 7);
    }

    /** Replaces, adds or, by the word {@code drop}, removes what stands at a pointer. */
    static ObjectNode edited(ObjectNode document, String pointer, String value) {
        ObjectNode copy = document.deepCopy();
        if (!value.equals("drop")) {
            Samples.put(copy, pointer, json(value));
            return copy;
        }
        JsonPointer place = JsonPointer.compile(pointer);
        JsonNode parent = copy.at(place.head());
        if (parent instanceof ArrayNode array) {
            array.remove(place.last().getMatchingIndex());
        } else {
            ((ObjectNode) parent).remove(place.last().getMatchingProperty());
        }
        return copy;
    }

    static ObjectNode json(byte[] bytes) {
        return (ObjectNode) json(new String(bytes, StandardCharsets.UTF_8));
    }

    static JsonNode json(String text) {
        try {
            return StrictJson.parse(text);
        } catch (MalformedJsonException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    static byte[] bytes(Object text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
