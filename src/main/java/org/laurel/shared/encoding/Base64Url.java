package org.laurel.shared.encoding;

import java.util.Base64;

/** Base64url without padding, canonical both ways (RFC 7515 §2, RFC 4648 §5 and §3.5). */
public final class Base64Url {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private Base64Url() {}

    /** The text of the bytes. */
    public static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * The bytes of the text.
     *
     * @throws IllegalArgumentException for padding, a character outside the alphabet, or stray bits in the last
     *     character: two texts for the same bytes would let a signed text change without its signature failing
     */
    public static byte[] decode(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not base64url: " + e.getMessage(), e);
        }
        if (!isCanonical(text)) {
            throw new IllegalArgumentException("not canonical base64url without padding");
        }
        return bytes;
    }

    /** Whether there is no padding, and the bits of the last character that stand for nothing are zero. */
    private static boolean isCanonical(String text) {
        int stray =
                switch (text.length() % 4) {
                    case 2 -> 0b1111;
                    case 3 -> 0b11;
                    default -> 0;
                };
        return text.indexOf('=') < 0 && (stray == 0 || (ALPHABET.indexOf(text.charAt(text.length() - 1)) & stray) == 0);
    }
}
