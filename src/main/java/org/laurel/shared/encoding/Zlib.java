package org.laurel.shared.encoding;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Expands data in the zlib format (RFC 1950), which is not gzip. */
public final class Zlib {
    private static final int CHUNK = 8192;

    private Zlib() {}

    /**
     * The bytes of exactly one stream.
     *
     * @throws IllegalArgumentException when it is none, ends too early, has something after it, or unfolds to more
     */
    public static byte[] expand(byte[] zlib, int limit) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(zlib);
            byte[] bytes = inflateAll(inflater, limit);
            if (inflater.getRemaining() > 0) {
                throw new IllegalArgumentException("something stands after the zlib data");
            }
            return bytes;
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("expected zlib data", e);
        } finally {
            inflater.end();
        }
    }

    private static byte[] inflateAll(Inflater inflater, int limit) throws DataFormatException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(CHUNK);
        byte[] chunk = new byte[CHUNK];
        while (!inflater.finished()) {
            int count = inflater.inflate(chunk);
            if (count == 0 && !inflater.finished()) {
                throw new IllegalArgumentException("the zlib data ends too early");
            }
            if (out.size() + count > limit) {
                throw new IllegalArgumentException("the zlib data unfolds to more than " + limit + " bytes");
            }
            out.write(chunk, 0, count);
        }
        return out.toByteArray();
    }
}
