package org.laurel.shared.encoding;

/**
 * Bit strings that travel compressed (Bitstring Status List 1.0 §2.2, §3.3). The first bit is the most significant of
 * the first byte. The bytes are the caller's; nothing here keeps them.
 */
public final class CompressedBits {
    /** No list may unfold to more: 16 MiB, 134 million entries. */
    public static final int MAX_BYTES = 16 << 20;

    private CompressedBits() {}

    /** Whether the bit is set; throws IndexOutOfBoundsException outside the string. */
    public static boolean get(byte[] bits, long index) {
        return (bits[byteOf(bits, index)] & mask(index)) != 0;
    }

    /** Sets or clears the bit; throws IndexOutOfBoundsException outside the string. */
    public static void set(byte[] bits, long index, boolean value) {
        int at = byteOf(bits, index);
        bits[at] = (byte) (value ? bits[at] | mask(index) : bits[at] & ~mask(index));
    }

    /** The {@code encodedList} of the bits: multibase {@code u} of one gzip member, the same text each time. */
    public static String encode(byte[] bits) {
        return Multibase.base64Url(Gzip.compress(bits));
    }

    /**
     * The bits of an {@code encodedList} with its multibase header.
     *
     * @throws IllegalArgumentException when the header, the base64url or the gzip is wrong, or more than
     *     {@link #MAX_BYTES} would unfold
     */
    public static byte[] decode(String encodedList) {
        return inflate(Multibase.decodeBase64Url(encodedList));
    }

    /** The bits of exactly one gzip member, at most {@link #MAX_BYTES}; throws IllegalArgumentException otherwise. */
    public static byte[] inflate(byte[] gzip) {
        return Gzip.expand(gzip, MAX_BYTES);
    }

    private static int byteOf(byte[] bits, long index) {
        if (index < 0 || index >= bits.length * 8L) {
            throw new IndexOutOfBoundsException(
                    "index " + index + " lies outside the " + bits.length * 8L + " entries");
        }
        return (int) (index >> 3);
    }

    private static int mask(long index) {
        return 0x80 >> (int) (index & 7);
    }
}
