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
    HTML("html", List.of("text/html")),
    /** A picture with the credential inside (OB 3.0 §5.3.1). */
    PNG("png", List.of("image/png")),
    /** A drawing with the credential inside (OB 3.0 §5.3.2). */
    SVG("svg", List.of("image/svg+xml")),
    /** A certificate on paper with the credential as an associated file (ISO 19005-3). */
    PDF("pdf", List.of("application/pdf"));

    private final String suffix;
    private final List<String> mediaTypes;

    Representation(String suffix, List<String> mediaTypes) {
        this.suffix = suffix;
        this.mediaTypes = mediaTypes;
    }

    /** Whether it is a picture with the credential inside. */
    public boolean isPicture() {
        return this == PNG || this == SVG;
    }

    /** The ending of a file name or URL. */
    public String suffix() {
        return suffix;
    }

    /** What a signed credential in this form is called (VCDM 2.0 §6.2, VC-JOSE-COSE §6.1.1). */
    public String credentialType() {
        return this == JWT ? "application/vc+jwt" : "application/vc";
    }

    /** The media types it answers as. */
    public List<String> mediaTypes() {
        return mediaTypes;
    }
}
