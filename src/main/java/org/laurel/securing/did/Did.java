package org.laurel.securing.did;

import com.fasterxml.jackson.annotation.JsonValue;

/** A decentralized identifier, without path, query or fragment (DID 1.0 §3.1). */
public record Did(@JsonValue String value) {
    /** A did:jwk of an RSA key with a chain of certificates is long. */
    private static final int MAX_LENGTH = 8192;

    private static final String START = "did:";

    /** Refuses what is no DID. */
    public Did {
        if (value.length() > MAX_LENGTH || !isOne(value)) {
            throw new IllegalArgumentException("expected a DID such as did:web:example.org, got \""
                    + value.substring(0, Math.min(80, value.length())) + "\"");
        }
    }

    private static boolean isOne(String text) {
        int colon = text.startsWith(START) ? text.indexOf(':', START.length()) : -1;
        if (colon <= START.length() || text.endsWith(":")) {
            return false;
        }
        for (int i = START.length(); i < text.length(); i++) {
            char c = text.charAt(i);
            boolean fits = i < colon ? isLower(c) || isDigit(c) : isOfId(c) && (c != '%' || isEscape(text, i));
            if (!fits) {
                return false;
            }
        }
        return colon < text.length() - 1;
    }

    private static boolean isOfId(char c) {
        return isLower(c) || isDigit(c) || (c >= 'A' && c <= 'Z') || "._:%-".indexOf(c) >= 0;
    }

    private static boolean isEscape(String text, int percent) {
        return percent + 2 < text.length() && isHex(text.charAt(percent + 1)) && isHex(text.charAt(percent + 2));
    }

    private static boolean isHex(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    private static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
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
