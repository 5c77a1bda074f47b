package org.laurel.securing.did;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A decentralized identifier, without path, query or fragment (DID 1.0 §3.1). */
public record Did(@JsonValue String value) {
    /** A did:jwk of an RSA key with a chain of certificates is long. */
    private static final int MAX_LENGTH = 8192;
    /** Possessive, for the engine recurses over alternatives that it may come back to, and the text may be long. */
    private static final Pattern SYNTAX =
            Pattern.compile("did:[a-z0-9]+:(?!.*%(?![0-9A-Fa-f]{2}))[A-Za-z0-9._:%-]++(?<!:)");

    /** Refuses what is no DID. */
    public Did {
        if (value.length() > MAX_LENGTH || !SYNTAX.matcher(value).matches()) {
            throw new IllegalArgumentException("expected a DID such as did:web:example.org, got \""
                    + value.substring(0, Math.min(80, value.length())) + "\"");
        }
    }

    /** Reads a DID; throws IllegalArgumentException with a sentence for people. */
    public static Did parse(String text) {
        return new Did(text);
    }

    /** The method name: {@code web} of {@code did:web:example.org}. */
    public String method() {
        return value.substring(4, value.indexOf(':', 4));
    }

    /** What follows the method name. */
    public String methodSpecificId() {
        return value.substring(value.indexOf(':', 4) + 1);
    }

    @Override
    public String toString() {
        return value;
    }
}
