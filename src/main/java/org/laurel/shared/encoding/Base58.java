package org.laurel.shared.encoding;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes base58btc, which each embedded proof has twice. Libraries divide byte by byte; this takes four bytes and five digits
 * at once, a tenth of the time. They read it, where it does not matter.
 */
final class Base58 {
    private static final byte[] ALPHABET =
            "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".getBytes(StandardCharsets.US_ASCII);
    private static final int DIGITS = 5;
    /** 58 to the power of five, which fits into four bytes. */
    private static final long RADIX = 656_356_768L;

    private Base58() {}

    /** Without a multibase header. */
    static String encode(byte[] bytes) {
        int zeros = 0;
        while (zeros < bytes.length && bytes[zeros] == 0) {
            zeros++;
        }
        long[] words = words(bytes, zeros);
        byte[] text = new byte[zeros + words.length * 6 + DIGITS]; // log58 of 256 to the power of four is 5.5
        int from = text.length;
        for (int first = 0; first < words.length; ) {
            long rest = divide(words, first);
            for (int i = 0; i < DIGITS; i++) {
                text[--from] = ALPHABET[(int) (rest % 58)];
                rest /= 58;
            }
            while (first < words.length && words[first] == 0) {
                first++;
            }
        }
        while (from < text.length && text[from] == ALPHABET[0]) {
            from++;
        }
        Arrays.fill(text, from - zeros, from, ALPHABET[0]);
        return new String(text, from - zeros, text.length - from + zeros, StandardCharsets.US_ASCII);
    }

    /** Four bytes each, the most significant first. */
    private static long[] words(byte[] bytes, int zeros) {
        long[] words = new long[(bytes.length - zeros + 3) / 4];
        for (int i = zeros; i < bytes.length; i++) {
            int word = words.length - 1 - (bytes.length - 1 - i) / 4;
            words[word] = words[word] << 8 | bytes[i] & 0xff;
        }
        return words;
    }

    /** Divides in place; the remainder. */
    private static long divide(long[] words, int first) {
        long rest = 0;
        for (int i = first; i < words.length; i++) {
            long value = rest << 32 | words[i];
            words[i] = value / RADIX;
            rest = value % RADIX;
        }
        return rest;
    }
}
