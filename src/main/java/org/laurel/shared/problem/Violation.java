package org.laurel.shared.problem;

import java.util.Objects;

/**
 * One fault of a request, at one place.
 *
 * @param pointer JSON Pointer (RFC 6901) into the request body, or {@code ?name} for a query parameter, or
 *     {@code Header-Name} for a header; empty for the body as a whole
 * @param code a stable word for machines, lower case with hyphens: {@code required}, {@code unknown-member} …
 * @param detail one sentence for people: what was expected, what came
 */
public record Violation(String pointer, String code, String detail) {

    /** Refuses null. */
    public Violation {
        Objects.requireNonNull(pointer, "pointer");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(detail, "detail");
    }

    /** The fault that a record found in itself: its message begins with the member's name and a colon, or says all of it. */
    public static Violation of(IllegalArgumentException refusal) {
        String message = String.valueOf(refusal.getMessage());
        int colon = message.indexOf(':');
        return new Violation(colon > 0 ? "/" + message.substring(0, colon) : "", "invalid", message + ".");
    }

    /** The same of a part that stands at this JSON Pointer. */
    public Violation under(String place) {
        return new Violation(place + pointer, code, detail);
    }
}
