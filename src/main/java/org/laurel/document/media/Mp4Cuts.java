package org.laurel.document.media;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What MPEG-4 and QuickTime files say beside sound and picture. All boxes that players need stay; any other becomes free
 * space of the same length, so that what points into the file still does.
 */
final class Mp4Cuts {
    private static final byte[] FREE = {'f', 'r', 'e', 'e'};
    private static final int DEEPEST = 8;
    private static final Set<String> TOP =
            Set.of("ftyp", "styp", "moov", "mdat", "moof", "mfra", "sidx", "ssix", "pdin");

    /** What stays within each; what is within all others stays. */
    private static final Map<String, Set<String>> WITHIN = Map.of(
            "moov", Set.of("mvhd", "trak", "mvex", "iods", "cmov"),
            "trak", Set.of("tkhd", "tref", "edts", "mdia", "tapt", "trgr", "txas", "clip", "matt", "load"),
            "mdia", Set.of("mdhd", "hdlr", "minf", "elng"),
            "minf", Set.of("vmhd", "smhd", "hmhd", "nmhd", "sthd", "gmhd", "hdlr", "dinf", "stbl"),
            "moof", Set.of("mfhd", "traf"),
            "traf", Set.of("tfhd", "tfdt", "trun", "sdtp", "sbgp", "sgpd", "subs", "saiz", "saio"));

    private final Bytes bytes;
    private final List<Cut> cuts = new ArrayList<>();

    private Mp4Cuts(Bytes bytes) {
        this.bytes = bytes;
    }

    static List<Cut> of(Bytes bytes) throws IOException {
        Mp4Cuts found = new Mp4Cuts(bytes);
        found.walk(0, bytes.length(), TOP, 0);
        return found.cuts;
    }

    private void walk(long from, long to, Set<String> kept, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw MediaException.broken("its boxes lie too deep");
        }
        long place = from;
        while (place + 8 <= to) {
            long size = bytes.big(place, 4);
            int head = 8;
            if (size == 1) {
                size = bytes.big(place + 8, 8);
                head = 16;
            } else if (size == 0) {
                size = to - place;
            }
            if (size < head || size > to - place) {
                throw MediaException.broken("a box goes on behind its end");
            }
            judge(place, head, place + size, kept, depth);
            place += size;
        }
        if (place < to) {
            Cut.add(cuts, Cut.blank(place, to));
        }
    }

    private void judge(long place, int head, long end, Set<String> kept, int depth) throws IOException {
        String type = bytes.latin(place + 4, 4);
        Set<String> within = WITHIN.get(type);
        if (!kept.contains(type) || (type.equals("trak") && isOfData(place + head, end))) {
            Cut.add(cuts, Cut.over(place + 4, place + 8, FREE));
            Cut.add(cuts, Cut.blank(place + head, end));
        } else if (within != null) {
            walk(place + head, end, within, depth + 1);
        } else if (type.equals("hdlr") && place + head + 24 < end) {
            Cut.add(cuts, Cut.blank(place + head + 24, end)); // what the device calls itself
        }
    }

    /** A track of timed data, such as places and faces: its samples stay as bytes that nothing leads to. */
    private boolean isOfData(long from, long to) throws IOException {
        for (long place = from; place + 8 <= to; ) {
            long size = bytes.big(place, 4);
            if (size < 8 || size > to - place) {
                return false;
            }
            String type = bytes.latin(place + 4, 4);
            if (type.equals("mdia") && isOfData(place + 8, place + size)) {
                return true;
            }
            if (type.equals("hdlr") && size >= 24) {
                return !Set.of("vide", "soun", "text", "sbtl", "subt", "clcp", "tmcd", "alis")
                        .contains(bytes.latin(place + 16, 4));
            }
            place += size;
        }
        return false;
    }
}
