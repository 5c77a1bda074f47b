package org.laurel.document.media;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Chunks of a RIFF file that are of no known use: called JUNK, and written over with zeros. */
final class RiffCuts {
    private static final Set<String> WAV_KEPT = Set.of("fmt ", "data", "fact");
    private static final byte[] JUNK = {'J', 'U', 'N', 'K'};

    private RiffCuts() {}

    static List<Cut> wav(Bytes bytes) throws IOException {
        return of(bytes, WAV_KEPT);
    }

    static List<Cut> of(Bytes bytes, Set<String> kept) throws IOException {
        List<Cut> cuts = new ArrayList<>();
        long end = Math.min(bytes.length(), 8 + bytes.little(4, 4));
        long place = 12;
        while (place + 8 <= end) {
            long size = bytes.little(place + 4, 4);
            long next = Math.min(end, place + 8 + size);
            if (!kept.contains(bytes.latin(place, 4))) {
                Cut.add(cuts, Cut.over(place, place + 4, JUNK));
                Cut.add(cuts, Cut.blank(place + 8, next));
            }
            place = next + (size & 1);
        }
        if (end < bytes.length()) {
            Cut.add(cuts, Cut.out(end, bytes.length()));
        }
        return cuts;
    }
}
