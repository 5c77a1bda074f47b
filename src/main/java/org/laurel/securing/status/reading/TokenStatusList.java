package org.laurel.securing.status.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.laurel.securing.status.reading.StatusListException.Code;
import org.laurel.shared.encoding.Base64Url;
import org.laurel.shared.encoding.CompressedBits;
import org.laurel.shared.encoding.Zlib;

/**
 * The statuses of a Token Status List whose signature has been checked elsewhere (Token Status List §4): zlib, not gzip,
 * and each byte filled from its least significant bit.
 */
public final class TokenStatusList {
    /** It counts ({@code VALID}). */
    public static final int VALID = 0;
    /** It was taken back for good ({@code INVALID}). */
    public static final int INVALID = 1;
    /** It was taken back for now ({@code SUSPENDED}). */
    public static final int SUSPENDED = 2;

    private static final Set<Integer> SIZES = Set.of(1, 2, 4, 8);

    private final int size;
    private final byte[] bytes;

    private TokenStatusList(int size, byte[] bytes) {
        this.size = size;
        this.bytes = bytes;
    }

    /** Unfolds the member {@code status_list} of a list, at most 16 MiB of it; CPU-bound. */
    public static TokenStatusList read(JsonNode statusList) throws StatusListException {
        JsonNode bits = statusList.path("bits");
        String list = statusList.path("lst").textValue();
        if (!bits.isIntegralNumber() || !SIZES.contains(bits.asInt()) || list == null) {
            throw new StatusListException(Code.MALFORMED, "expected bits of 1, 2, 4 or 8, and lst, a text");
        }
        try {
            return new TokenStatusList(bits.asInt(), Zlib.expand(Base64Url.decode(list), CompressedBits.MAX_BYTES));
        } catch (IllegalArgumentException e) {
            throw new StatusListException(Code.MALFORMED, "the lst cannot be read: " + e.getMessage());
        }
    }

    /** The status at an index. */
    public int value(long index) throws StatusListException {
        long entries = bytes.length * 8L / size;
        if (index < 0 || index >= entries) {
            throw new StatusListException(
                    Code.OUT_OF_RANGE, "the index " + index + " lies outside the " + entries + " entries of the list");
        }
        long bit = index * size;
        return (bytes[(int) (bit / 8)] & 0xff) >> (int) (bit % 8) & ((1 << size) - 1);
    }
}
