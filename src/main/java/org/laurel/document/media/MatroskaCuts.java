package org.laurel.document.media;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What WebM files say beside sound and picture: tags, attachments, chapters, titles and names become void of the same length. */
final class MatroskaCuts {
    private static final long SEGMENT = 0x18538067L;
    private static final long CLUSTER = 0x1F43B675L;
    /** Tags, attachments, chapters. */
    private static final Set<Long> VOID = Set.of(0x1254C367L, 0x1941A469L, 0x1043A770L, 0xECL, 0xBFL);
    /** Segment, info, tracks, track entry. */
    private static final Set<Long> ENTERED = Set.of(SEGMENT, 0x1549A966L, 0x1654AE6BL, 0xAEL);
    /** Title, file names, programs that wrote it, names of tracks. */
    private static final Set<Long> BLANKED = Set.of(0x7BA9L, 0x7384L, 0x3C83ABL, 0x3E83BBL, 0x4D80L, 0x5741L, 0x536EL);
    /** What stands beside clusters, which ends one of unknown length. */
    private static final Set<Long> BESIDE =
            Set.of(CLUSTER, 0x1254C367L, 0x1941A469L, 0x1043A770L, 0x1549A966L, 0x1654AE6BL, 0x1C53BB6BL, 0x114D9B74L);

    private final Bytes bytes;
    private final List<Cut> cuts = new ArrayList<>();

    private MatroskaCuts(Bytes bytes) {
        this.bytes = bytes;
    }

    static List<Cut> of(Bytes bytes) throws IOException {
        MatroskaCuts found = new MatroskaCuts(bytes);
        found.walk(0, bytes.length());
        return found.cuts;
    }

    private void walk(long from, long to) throws IOException {
        long place = from;
        while (place < to) {
            int idBytes = width(bytes.at(place), 4);
            long id = bytes.big(place, idBytes);
            int sizeBytes = width(bytes.at(place + idBytes), 8);
            long size = bytes.big(place + idBytes, sizeBytes) & mask(sizeBytes);
            long data = place + idBytes + sizeBytes;
            boolean unknown = size == mask(sizeBytes);
            long end = unknown ? endOf(id, data, to) : data + size;
            if (end > to || end < data) {
                throw MediaException.broken("an element goes on behind its end");
            }
            judge(id, place, data, end);
            place = end;
        }
    }

    private void judge(long id, long place, long data, long end) throws IOException {
        if (VOID.contains(id)) {
            Cut.add(cuts, Cut.over(place, end, hollow(end - place)));
        } else if (BLANKED.contains(id)) {
            Cut.add(cuts, Cut.blank(data, end));
        } else if (ENTERED.contains(id)) {
            walk(data, end);
        }
    }

    /** The head of an element of this length that means nothing. */
    private static byte[] hollow(long length) throws MediaException {
        if (length < 2) {
            throw MediaException.broken("an element has no length");
        }
        if (length < 9) {
            return new byte[] {(byte) 0xec, (byte) (0x80 | (length - 2))};
        }
        byte[] head = new byte[9];
        head[0] = (byte) 0xec;
        long size = length - 9;
        for (int i = 8; i >= 2; i--) {
            head[i] = (byte) size;
            size >>= 8;
        }
        head[1] = 1;
        return head;
    }

    /** Recordings that were streamed do not say how long they are. */
    private long endOf(long id, long data, long to) throws IOException {
        if (id != CLUSTER) {
            return to;
        }
        long place = data;
        while (place < to) {
            int idBytes = width(bytes.at(place), 4);
            if (BESIDE.contains(bytes.big(place, idBytes))) {
                return place;
            }
            int sizeBytes = width(bytes.at(place + idBytes), 8);
            place += idBytes + sizeBytes + (bytes.big(place + idBytes, sizeBytes) & mask(sizeBytes));
        }
        return to;
    }

    /** The bits of a size that are its number; all of them together say that nobody knows. */
    private static long mask(int bytes) {
        return (1L << (7 * bytes)) - 1;
    }

    private static int width(int first, int most) throws MediaException {
        int width = Integer.numberOfLeadingZeros(first) - 23;
        if (width < 1 || width > most) {
            throw MediaException.broken("an element cannot be read");
        }
        return width;
    }
}
