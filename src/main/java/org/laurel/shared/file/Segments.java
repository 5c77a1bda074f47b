package org.laurel.shared.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * The segments of a sealed file. Each is four bytes, the length of what follows with the highest bit set on the last one, and
 * the sealed bytes (AES-GCM). What a segment is sealed for names its place and whether it is the last, so that a file that was
 * cut off, or whose segments changed places, cannot be opened.
 */
final class Segments {
    /** The most that one holds. */
    static final int MOST = 64 * 1024;
    /** What sealing adds: nonce and tag. */
    static final int SEALING = 28;
    /** Before each. */
    static final int HEAD = 4;
    /** The mark of the last. */
    static final int LAST = 1 << 31;

    private long[] places = new long[64];
    private long[] starts = new long[64];
    private int count;
    private long size;
    private long end;
    private boolean whole;

    private Segments() {}

    static Segments scan(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file, StandardOpenOption.READ)) {
            return scan(channel);
        }
    }

    /** Those that are there whole; what stands behind them broke off. */
    static Segments scan(SeekableByteChannel channel) throws IOException {
        Segments segments = new Segments();
        ByteBuffer head = ByteBuffer.allocate(HEAD);
        long length = channel.size();
        while (!segments.whole && segments.end + HEAD <= length) {
            head.clear();
            channel.position(segments.end);
            readFully(channel, head);
            int mark = head.getInt(0);
            int sealed = mark & ~LAST;
            if (sealed < SEALING || sealed > MOST + SEALING || segments.end + HEAD + sealed > length) {
                break;
            }
            segments.add(sealed - SEALING, mark < 0);
        }
        return segments;
    }

    void add(int bytes, boolean last) {
        if (count == places.length) {
            places = Arrays.copyOf(places, 2 * count);
            starts = Arrays.copyOf(starts, 2 * count);
        }
        places[count] = end;
        starts[count] = size;
        count++;
        size += bytes;
        end += HEAD + SEALING + bytes;
        whole = last;
    }

    int count() {
        return count;
    }

    /** How many bytes they hold. */
    long size() {
        return size;
    }

    /** Where the next one would stand. */
    long end() {
        return end;
    }

    /** Whether the last one is there. */
    boolean isWhole() {
        return whole;
    }

    /** Where a segment stands. */
    long place(int index) {
        return places[index];
    }

    /** Which byte of the file is the first in it. */
    long start(int index) {
        return starts[index];
    }

    /** In which one a byte is. */
    int holding(long position) {
        int found = Arrays.binarySearch(starts, 0, count, position);
        int index = found >= 0 ? found : -found - 2;
        while (index + 1 < count && starts[index + 1] <= position) {
            index++; // an empty one starts where the next does
        }
        return index;
    }

    /** What a segment is sealed for. */
    static String context(String context, int index, boolean last) {
        return context + "/segment/" + index + (last ? "/last" : "");
    }

    static void readFully(SeekableByteChannel channel, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new DamagedFileException("a sealed file ends too early");
            }
        }
    }
}
