package org.laurel.document.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;

/** The bytes of a file, looked at in any order; little of them is held at a time. */
final class Bytes {
    private static final int WINDOW = 64 * 1024;

    private final SeekableByteChannel channel;
    private final long length;
    private final byte[] window = new byte[WINDOW];
    private long windowAt;
    private int windowHolds;

    Bytes(SeekableByteChannel channel) throws IOException {
        this.channel = channel;
        this.length = channel.size();
    }

    long length() {
        return length;
    }

    SeekableByteChannel channel() {
        return channel;
    }

    /** One byte, 0 to 255; a file that ends before is broken. */
    int at(long place) throws IOException {
        if (place < windowAt || place >= windowAt + windowHolds) {
            fill(place);
        }
        return window[(int) (place - windowAt)] & 0xff;
    }

    private void fill(long place) throws IOException {
        if (place < 0 || place >= length) {
            throw MediaException.broken("it ends too early");
        }
        ByteBuffer buffer = ByteBuffer.wrap(window);
        channel.position(place);
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            // goes on until the window is full or the file ends
        }
        windowAt = place;
        windowHolds = buffer.position();
        if (windowHolds == 0) {
            throw MediaException.broken("it ends too early");
        }
    }

    byte[] slice(long from, int size) throws IOException {
        byte[] slice = new byte[size];
        copy(from, slice, 0, size);
        return slice;
    }

    /** So many bytes from a place on; a file that ends before is broken. */
    void copy(long place, byte[] into, int from, int count) throws IOException {
        int done = 0;
        while (done < count) {
            at(place + done); // from there on they are in the window
            int now = (int) Math.min(count - done, windowAt + windowHolds - place - done);
            System.arraycopy(window, (int) (place + done - windowAt), into, from + done, now);
            done += now;
        }
    }

    String latin(long from, int size) throws IOException {
        return new String(slice(from, size), StandardCharsets.ISO_8859_1);
    }

    /** Whether these characters stand there. */
    boolean says(long from, String text) throws IOException {
        return from >= 0
                && from + text.length() <= length
                && latin(from, text.length()).equals(text);
    }

    /** A number of some bytes, the highest first. */
    long big(long from, int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value = (value << 8) | at(from + i);
        }
        return value;
    }

    /** A number of some bytes, the lowest first. */
    long little(long from, int bytes) throws IOException {
        long value = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            value = (value << 8) | at(from + i);
        }
        return value;
    }

    /** All of them, from the first. */
    InputStream stream() {
        return new InputStream() {
            private long place;

            @Override
            public int read() throws IOException {
                return place < length ? at(place++) : -1;
            }

            @Override
            public int read(byte[] into, int from, int wanted) throws IOException {
                if (place >= length) {
                    return -1;
                }
                int there = (int) Math.min(wanted, length - place);
                copy(place, into, from, there);
                place += there;
                return there;
            }
        };
    }
}
