package org.laurel.shared.encoding;

import java.nio.charset.StandardCharsets;

/** Tells the compact serialization of a JWS (RFC 7515 §7.1) from other texts, in one look at each character. */
public final class CompactJws {

    private static final boolean[] ALPHABET = new boolean[256];

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
        if (first <= 0 || second <= first + 1) {
            return false;
        }
        byte[] letters = text.getBytes(StandardCharsets.ISO_8859_1); // other characters become a question mark
        return isBase64Url(letters, 0, first)
                && isBase64Url(letters, first + 1, second)
                && isBase64Url(letters, second + 1, letters.length);
    }

    private static boolean isBase64Url(byte[] letters, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!ALPHABET[letters[i] & 0xFF]) {
                return false;
            }
        }
        return true;
    }
}
