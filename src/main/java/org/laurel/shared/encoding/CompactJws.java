package org.laurel.shared.encoding;

/** Tells the compact serialization of a JWS (RFC 7515 §7.1) from other texts, in one look at each character. */
public final class CompactJws {

    private static final boolean[] ALPHABET = new boolean[128];

    static {
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
                .chars()
                .forEach(c -> ALPHABET[c] = true);
    }

    private CompactJws() {}

    /** Whether a text is three parts of base64url between two dots, of which only the last may be empty. */
    public static boolean isOne(String text) {
        int first = text.indexOf('.');
        int second = text.indexOf('.', first + 1);
        return first > 0
                && second > first + 1
                && isBase64Url(text, 0, first)
                && isBase64Url(text, first + 1, second)
                && isBase64Url(text, second + 1, text.length());
    }

    private static boolean isBase64Url(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c >= ALPHABET.length || !ALPHABET[c]) {
                return false;
            }
        }
        return true;
    }
}
