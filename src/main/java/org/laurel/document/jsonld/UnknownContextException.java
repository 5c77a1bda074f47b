package org.laurel.document.jsonld;

import java.io.Serial;

/** A context that we do not carry; contexts are never fetched. */
public final class UnknownContextException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String url;

    /** For the URL as it was written. */
    public UnknownContextException(String url) {
        super(
                "the context \"" + url.substring(0, Math.min(200, url.length())) + "\" is not known here",
                null,
                false,
                false);
        this.url = url;
    }

    /** The sentence for people. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** The URL as it was written. */
    public String url() {
        return url;
    }
}
