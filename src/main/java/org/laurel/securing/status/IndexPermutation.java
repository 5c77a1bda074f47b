package org.laurel.securing.status;

import org.laurel.shared.encoding.HmacSha256;

/**
 * A keyed permutation of the positions of a list: the n-th allotment gets a random-looking index, so that neighbours in a
 * list say nothing about neighbours in time. A Feistel network over 18 bits, walked until the value falls below the size.
 */
final class IndexPermutation {
    private static final int HALF_BITS = 9;
    private static final int HALF_MASK = (1 << HALF_BITS) - 1;
    private static final int ROUNDS = 6;

    private final byte[] key;
    private final int size;

    /** For a list of at most 2^18 entries. */
    IndexPermutation(byte[] key, int size) {
        if (size < 1 || size > 1 << 2 * HALF_BITS) {
            throw new IllegalArgumentException("expected a size from 1 to 262144, got " + size);
        }
        this.key = key.clone();
        this.size = size;
    }

    /** The index of a position; every position below the size has its own. */
    int indexOf(int position) {
        int value = position;
        do {
            value = encrypt(value);
        } while (value >= size);
        return value;
    }

    private int encrypt(int value) {
        int left = value >>> HALF_BITS;
        int right = value & HALF_MASK;
        for (int round = 0; round < ROUNDS; round++) {
            int next = left ^ roundFunction(round, right);
            left = right;
            right = next;
        }
        return left << HALF_BITS | right;
    }

    private int roundFunction(int round, int half) {
        byte[] hash = HmacSha256.of(key, new byte[] {(byte) round, (byte) (half >>> 8), (byte) half});
        return (hash[0] & 1) << 8 | hash[1] & 0xff;
    }
}
