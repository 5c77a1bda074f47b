package org.laurel.issuing.issuer;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.laurel.shared.store.PublicId;

/** An issuer's name in URLs and in its DID: immutable, never reused. */
public record Slug(@JsonValue String value) {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])");

    /** Refuses what cannot stand in a did:web, or looks like an id. */
    public Slug {
        if (!SHAPE.matcher(value).matches() || PublicId.parse(value).isPresent()) {
            throw new IllegalArgumentException(
                    "expected 2 to 63 lower-case letters, digits and inner hyphens, such as oak-hill");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
