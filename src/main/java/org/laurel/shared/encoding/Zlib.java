package org.laurel.shared.encoding;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Expands data in the zlib format (RFC 1950), which is not gzip. */
public final class Zlib {
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
            byte[] bytes = Inflation.all(inflater, limit, "the zlib data", "the zlib data unfolds");
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
}
