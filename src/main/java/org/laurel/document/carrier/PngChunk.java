package org.laurel.document.carrier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A chunk of a PNG: where it lies, never a copy.
 *
 * @param type four letters
 * @param at where it begins, length field included
 * @param length of its data
 */
record PngChunk(String type, int at, int length) {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int FRAME = 12;
    private static final int MOST = 10_000;

    /** Every chunk from IHDR to IEND, lengths and sums checked; what follows IEND is not looked at. */
    static List<PngChunk> of(byte[] png) throws CarrierException {
        Carriers.checkSize(png);
        if (!isPng(png)) {
            throw new CarrierException("this is no PNG: it does not begin with the signature of one");
        }
        List<PngChunk> chunks = new ArrayList<>();
        int at = SIGNATURE.length;
        while (chunks.size() < MOST) {
            PngChunk chunk = next(png, at);
            if (chunks.isEmpty() && !(chunk.type.equals("IHDR") && chunk.length == 13)) {
                throw new CarrierException("the PNG does not begin with an IHDR chunk");
            }
            chunks.add(chunk);
            if (chunk.type.equals("IEND")) {
                return chunks;
            }
            at = chunk.end();
        }
        throw new CarrierException("the PNG has more than " + MOST + " chunks");
    }

    /** Whether the bytes begin as a PNG does. */
    static boolean isPng(byte[] bytes) {
        return bytes.length >= SIGNATURE.length
                && Arrays.equals(bytes, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
    }

    /** A new chunk, framed. */
    static byte[] framed(String type, byte[] data) {
        ByteBuffer chunk = ByteBuffer.allocate(FRAME + data.length);
        chunk.putInt(data.length)
                .put(type.getBytes(StandardCharsets.ISO_8859_1))
                .put(data);
        return chunk.putInt(sum(chunk.array(), 4, 4 + data.length)).array();
    }

    /** The signature of a PNG. */
    static byte[] signature() {
        return SIGNATURE.clone();
    }

    /** Where its data begins. */
    int data() {
        return at + 8;
    }

    /** Where the next chunk begins. */
    int end() {
        return at + FRAME + length;
    }

    private static PngChunk next(byte[] png, int at) throws CarrierException {
        if (png.length - at < FRAME) {
            throw new CarrierException("the PNG ends at byte " + png.length + " without an IEND chunk");
        }
        ByteBuffer bytes = ByteBuffer.wrap(png);
        long length = Integer.toUnsignedLong(bytes.getInt(at));
        String type = new String(png, at + 4, 4, StandardCharsets.ISO_8859_1);
        if (!type.chars().allMatch(c -> c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z')) {
            throw new CarrierException("the PNG has no chunk at byte " + at + " where one should begin");
        }
        if (length > png.length - at - FRAME) {
            throw new CarrierException("the PNG's chunk " + type + " at byte " + at + " says that it has " + length
                    + " bytes, which lies past the end");
        }
        PngChunk chunk = new PngChunk(type, at, (int) length);
        if (bytes.getInt(chunk.end() - 4) != sum(png, at + 4, 4 + chunk.length)) {
            throw new CarrierException("the PNG's chunk " + type + " at byte " + at + " has a wrong CRC");
        }
        return chunk;
    }

    private static int sum(byte[] bytes, int from, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }
}
