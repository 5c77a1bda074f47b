package org.laurel.document.media;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Something in a file that is left out or written over.
 *
 * @param from its first byte
 * @param to the byte behind its last
 * @param instead what stands there from then on; zeros to the same length where {@code blank} says so
 * @param blank whether its length stays, so that what points behind it still does
 */
record Cut(long from, long to, byte[] instead, boolean blank) {
    private static final int MOST = 200_000;

    /** Leaves it out. */
    static Cut out(long from, long to) {
        return new Cut(from, to, new byte[0], false);
    }

    /** Writes zeros over it. */
    static Cut blank(long from, long to) {
        return new Cut(from, to, new byte[0], true);
    }

    /** Writes this over it, and zeros over the rest of it. */
    static Cut over(long from, long to, byte... instead) {
        return new Cut(from, to, instead, true);
    }

    /** Adds one; fails when there are too many. */
    static void add(List<Cut> cuts, Cut cut) throws MediaException {
        if (cuts.size() >= MOST) {
            throw new MediaException("too-much", "The file is built of too many pieces to be cleaned.");
        }
        cuts.add(cut);
    }

    /** Copies a file with its cuts. */
    static void copy(Bytes bytes, List<Cut> cuts, OutputStream out) throws IOException {
        List<Cut> sorted = new ArrayList<>(cuts);
        sorted.sort(Comparator.comparingLong(Cut::from));
        long place = 0;
        for (Cut cut : sorted) {
            if (cut.from() < place || cut.to() < cut.from() || cut.to() > bytes.length()) {
                throw MediaException.broken("its pieces overlap");
            }
            copy(bytes, place, cut.from(), out);
            out.write(cut.instead());
            if (cut.blank()) {
                zeros(cut.to() - cut.from() - cut.instead().length, out);
            }
            place = cut.to();
        }
        copy(bytes, place, bytes.length(), out);
    }

    private static void copy(Bytes bytes, long from, long to, OutputStream out) throws IOException {
        long place = from;
        while (place < to) {
            int now = (int) Math.min(16 * 1024, to - place);
            out.write(bytes.slice(place, now));
            place += now;
        }
    }

    private static void zeros(long count, OutputStream out) throws IOException {
        byte[] none = new byte[8 * 1024];
        for (long left = count; left > 0; left -= none.length) {
            out.write(none, 0, (int) Math.min(none.length, left));
        }
    }
}
