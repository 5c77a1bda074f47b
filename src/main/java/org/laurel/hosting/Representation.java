package org.laurel.hosting;

import java.util.List;

/** The forms in which a signed document is served, each with the media types that may ask for it; the first is the default. */
@SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
public enum Representation {
    /** JSON-LD with embedded proofs (OB 3.0 §8.1). */
    JSON("json", List.of("application/json", "application/ld+json", "application/vc", "application/vc+ld+json")),
    /** A compact JWS (OB 3.0 §8.1). */
    JWT("jwt", List.of("text/plain", "application/vc+jwt", "application/jwt")),
    /** A page for people. */
    HTML("html", List.of("text/html"));

    private final String suffix;
    private final List<String> mediaTypes;

    Representation(String suffix, List<String> mediaTypes) {
        this.suffix = suffix;
        this.mediaTypes = mediaTypes;
    }

    /** The ending of a file name or URL. */
    public String suffix() {
        return suffix;
    }

    /** The media types it answers as. */
    public List<String> mediaTypes() {
        return mediaTypes;
    }
}
