package org.laurel.hosting;

import java.util.Optional;

/**
 * A path segment that may end in the suffix of a form.
 *
 * @param name the segment without suffix
 * @param form the form that the suffix asks for; empty without a known suffix
 */
public record Suffixed(String name, Optional<Representation> form) {

    /** Splits a path segment. */
    public static Suffixed of(String segment) {
        for (Representation form : Representation.values()) {
            String ending = "." + form.suffix();
            if (segment.endsWith(ending)) {
                return new Suffixed(segment.substring(0, segment.length() - ending.length()), Optional.of(form));
            }
        }
        return new Suffixed(segment, Optional.empty());
    }
}
