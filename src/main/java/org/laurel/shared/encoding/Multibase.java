package org.laurel.shared.encoding;

/** The two multibase forms that credentials use: {@code z} base58btc and {@code u} base64url (CID 1.0 §2.4). */
public final class Multibase {
    /** Base58 costs the square of its length: longer texts are refused unread. */
    private static final int MAX_BASE58 = 1024;

    private Multibase() {}

    /** {@code z} and base58btc. */
    public static String base58(byte[] bytes) {
        return "z" + Base58.encode(bytes);
    }

    /** {@code u} and base64url without padding. */
    public static String base64Url(byte[] bytes) {
        return "u" + Base64Url.encode(bytes);
    }

    /** The bytes of a text with either header; throws IllegalArgumentException with a sentence for people. */
    public static byte[] decode(String text) {
        if (text.startsWith("z")) {
            return decodeBase58(text);
        }
        return decodeBase64Url(text);
    }

    /** The bytes of a text that must have the header {@code z}. */
    public static byte[] decodeBase58(String text) {
        if (!text.startsWith("z")) {
            throw new IllegalArgumentException("expected base58btc with the multibase header z");
        }
        if (text.length() > MAX_BASE58) {
            throw new IllegalArgumentException(
                    "the base58btc text has " + text.length() + " characters, more than " + MAX_BASE58);
        }
        try {
            return com.apicatalog.base.Base58.decode(text.substring(1));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the text after z is not base58btc", e);
        }
    }

    /** The bytes of a text that must have the header {@code u}. */
    public static byte[] decodeBase64Url(String text) {
        if (!text.startsWith("u")) {
            throw new IllegalArgumentException("expected base64url with the multibase header u");
        }
        return Base64Url.decode(text.substring(1));
    }
}
