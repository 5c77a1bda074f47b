package org.laurel.shared.encoding;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unfolds deflated data (RFC 1951), counted as it flows, for every format that holds such. */
final class Inflation {
    private static final int CHUNK = 64 << 10;

    private Inflation() {}

    /**
     * Everything up to the end of the stream.
     *
     * @param inflater with its input; the caller ends it
     * @param limit how many bytes at the most
     * @param data what is unfolded, for the message when it ends too early
     * @param unfolds that it unfolds, for the message when it is too much
     * @throws IllegalArgumentException in both cases
     */
    static byte[] all(Inflater inflater, int limit, String data, String unfolds) throws DataFormatException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(CHUNK);
        byte[] chunk = new byte[CHUNK];
        while (!inflater.finished()) {
            int count = inflater.inflate(chunk);
            if (count == 0 && !inflater.finished()) {
                throw new IllegalArgumentException(data + " ends too early");
            }
            if (out.size() + count > limit) {
                throw new IllegalArgumentException(unfolds + " to more than " + limit + " bytes");
            }
            out.write(chunk, 0, count);
        }
        return out.toByteArray();
    }
}
