package org.laurel.hosting;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /**
     * What will be served, and as what: the form of the suffix whatever the header says, else the best by the header; empty
     * when nothing offered is acceptable.
     */
    public Optional<Negotiation.Choice> choose(@Nullable String accept, List<Representation> offered) {
        if (form.isEmpty()) {
            return Negotiation.choose(accept, offered);
        }
        List<Representation> only = List.of(form.get());
        return Negotiation.choose(accept, only).or(() -> Negotiation.choose(null, only));
    }
}
