package org.laurel.shared.json;

/** Writes JSON Pointers (RFC 6901). */
public final class Pointers {

    private Pointers() {}

    /** One reference token, escaped. */
    public static String escape(String token) {
        return token.indexOf('~') < 0 && token.indexOf('/') < 0
                ? token
                : token.replace("~", "~0").replace("/", "~1");
    }

    /** A pointer one member further. */
    public static String child(String pointer, String member) {
        return pointer + "/" + escape(member);
    }
}
