package org.laurel.document.media;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;

/** Empties the comments of Ogg files (RFC 3533): the second packet of each stream, to the same length, with new check sums. */
final class OggCleaner {
    private static final int HEAD = 27;
    private static final int MOST_STREAMS = 16;
    private static final int[] CRC = crcs();

    /** How many packets of each stream have begun, and how far the second of it is. */
    private final Map<Long, Packets> streams = new HashMap<>();

    private static final class Packets {
        private int number;
        private long inside;
        private boolean vorbis;
    }

    void clean(Bytes bytes, OutputStream out) throws IOException {
        long place = 0;
        while (place < bytes.length()) {
            if (!bytes.says(place, "OggS")) {
                throw MediaException.broken("a page is missing");
            }
            int segments = bytes.at(place + 26);
            int size = HEAD + segments;
            for (int i = 0; i < segments; i++) {
                size += bytes.at(place + HEAD + i);
            }
            byte[] page = bytes.slice(place, size);
            clean(page, bytes.little(place + 14, 4), segments);
            out.write(page);
            place += size;
        }
    }

    private void clean(byte[] page, long stream, int segments) throws MediaException {
        Packets packets = streams.computeIfAbsent(stream, unknown -> new Packets());
        if (streams.size() > MOST_STREAMS) {
            throw new MediaException("too-much", "The file has too many streams.");
        }
        if (packets.number == 0 && packets.inside == 0) {
            packets.vorbis = kind(page, HEAD + segments);
        }
        int place = HEAD + segments;
        boolean changed = false;
        for (int i = 0; i < segments; i++) {
            int length = page[HEAD + i] & 0xff;
            if (packets.number == 1) {
                changed = true;
                empty(page, place, length, packets);
            }
            packets.inside += length;
            place += length;
            if (length < 255) {
                packets.number++;
                packets.inside = 0;
            }
        }
        if (changed) {
            sum(page);
        }
    }

    /** Whether it is Vorbis; all but Opus else is not known here. */
    private static boolean kind(byte[] page, int at) throws MediaException {
        String start =
                new String(page, at, Math.min(8, page.length - at), java.nio.charset.StandardCharsets.ISO_8859_1);
        if (start.startsWith("\1vorbis")) {
            return true;
        }
        if (start.equals("OpusHead")) {
            return false;
        }
        throw new MediaException("other-type", "Expected Vorbis or Opus sound in the Ogg file.");
    }

    /** Neither maker nor comment, and nothing behind. */
    private static void empty(byte[] page, int place, int length, Packets packets) {
        int mark = packets.vorbis ? 7 : 8;
        for (int i = 0; i < length; i++) {
            long at = packets.inside + i;
            if (at >= mark) {
                page[place + i] = (byte) ((packets.vorbis && at == mark + 8) ? 1 : 0);
            }
        }
    }

    private static void sum(byte[] page) {
        for (int i = 22; i < 26; i++) {
            page[i] = 0;
        }
        int sum = 0;
        for (byte one : page) {
            sum = (sum << 8) ^ CRC[((sum >>> 24) ^ one) & 0xff];
        }
        for (int i = 0; i < 4; i++) {
            page[22 + i] = (byte) (sum >>> 8 * i);
        }
    }

    private static int[] crcs() {
        int[] table = new int[256];
        for (int i = 0; i < 256; i++) {
            int value = i << 24;
            for (int bit = 0; bit < 8; bit++) {
                value = value < 0 ? (value << 1) ^ 0x04c11db7 : value << 1;
            }
            table[i] = value;
        }
        return table;
    }
}
