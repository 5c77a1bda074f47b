package org.laurel.shared.encoding;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * One gzip member (RFC 1952), strictly. The JDK's streams read a second member as if it were part of the first and
 * write a header that depends on the JDK, so neither serves here.
 */
final class Gzip {
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 255};
    private static final int TRAILER = 8;
    private static final int CHUNK = 64 << 10;
    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private Gzip() {}

    /** The same bytes for the same input: no time, no name, system unknown. */
    static byte[] compress(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(Math.max(64, bytes.length / 8));
        out.writeBytes(HEADER);
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            byte[] chunk = new byte[CHUNK];
            while (!deflater.finished()) {
                out.write(chunk, 0, deflater.deflate(chunk));
            }
        } finally {
            deflater.end();
        }
        out.writeBytes(trailer(bytes));
        return out.toByteArray();
    }

    /** Unfolds at most {@code limit} bytes, counted as they flow. */
    static byte[] expand(byte[] gzip, int limit) {
        int start = headerLength(gzip);
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(gzip, start, gzip.length - start);
            byte[] bytes = Inflation.all(inflater, limit, "the gzip data", "the compressed bits unfold");
            int end = gzip.length - inflater.getRemaining();
            if (inflater.getRemaining() != TRAILER) {
                throw new IllegalArgumentException("expected exactly one gzip member and nothing after it");
            }
            if (!ByteBuffer.wrap(gzip, end, TRAILER).equals(ByteBuffer.wrap(trailer(bytes)))) {
                throw new IllegalArgumentException("the gzip checksum does not match");
            }
            return bytes;
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("the gzip data is damaged", e);
        } finally {
            inflater.end();
        }
    }

    private static byte[] trailer(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return ByteBuffer.allocate(TRAILER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) crc.getValue())
                .putInt(bytes.length)
                .array();
    }

    private static int headerLength(byte[] gzip) {
        if (gzip.length < HEADER.length + TRAILER || gzip[0] != HEADER[0] || gzip[1] != HEADER[1] || gzip[2] != 8) {
            throw new IllegalArgumentException("expected gzip data");
        }
        int flags = gzip[3] & 0xff;
        if ((flags & 0xe0) != 0) {
            throw new IllegalArgumentException("the gzip header has reserved flags");
        }
        int at = HEADER.length;
        if ((flags & EXTRA) != 0) {
            at += 2 + byteAt(gzip, at) + (byteAt(gzip, at + 1) << 8);
        }
        at = (flags & NAME) == 0 ? at : afterZero(gzip, at);
        at = (flags & COMMENT) == 0 ? at : afterZero(gzip, at);
        at += (flags & HEADER_CRC) == 0 ? 0 : 2;
        byteAt(gzip, at);
        return at;
    }

    private static int afterZero(byte[] gzip, int from) {
        int at = from;
        while (byteAt(gzip, at) != 0) {
            at++;
        }
        return at + 1;
    }

    private static int byteAt(byte[] gzip, int at) {
        if (at >= gzip.length) {
            throw new IllegalArgumentException("the gzip header ends too early");
        }
        return gzip[at] & 0xff;
    }
}
