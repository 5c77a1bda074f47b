package org.laurel.document.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What says who made a picture: EXIF, XMP, texts, comments, colour profiles with names of screens, and what hangs behind it. */
final class PictureCuts {
    private static final Set<String> PNG_KEPT = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "sBIT", "sRGB", "bKGD", "pHYs", "hIST", "acTL",
            "fcTL", "fdAT", "cICP");
    private static final Set<String> WEBP_KEPT = Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF");
    private static final int PNG_START = 8;

    private PictureCuts() {}

    static List<Cut> png(Bytes bytes) throws IOException {
        List<Cut> cuts = new ArrayList<>();
        long place = PNG_START;
        while (true) {
            long end = place + 12 + bytes.big(place, 4);
            String type = bytes.latin(place + 4, 4);
            if (end > bytes.length()) {
                throw MediaException.broken("a chunk goes on behind its end");
            }
            if (!PNG_KEPT.contains(type)) {
                Cut.add(cuts, Cut.out(place, end));
            }
            place = end;
            if (type.equals("IEND")) {
                return behind(bytes, place, cuts);
            }
        }
    }

    private static List<Cut> behind(Bytes bytes, long end, List<Cut> cuts) throws MediaException {
        if (end < bytes.length()) {
            Cut.add(cuts, Cut.out(end, bytes.length()));
        }
        return cuts;
    }

    /** The way up is kept, and JFIF and Adobe's word on colours. */
    static List<Cut> jpeg(Bytes bytes) throws IOException {
        List<Cut> cuts = new ArrayList<>();
        long place = 2;
        while (true) {
            if (bytes.at(place) != 0xff) {
                throw MediaException.broken("a marker is missing");
            }
            int marker = bytes.at(place + 1);
            if (marker == 0xd9) {
                return behind(bytes, place + 2, cuts);
            }
            if (marker == 0xff) {
                place++;
                continue;
            }
            long end = place + 2 + bytes.big(place + 2, 2);
            if (isAbout(bytes, place, marker)) {
                Cut.add(cuts, new Cut(place, end, upright(bytes, place, end, marker), false));
            }
            place = marker == 0xda ? scanned(bytes, end) : end;
        }
    }

    private static boolean isAbout(Bytes bytes, long place, int marker) throws IOException {
        boolean application = marker >= 0xe0 && marker <= 0xef;
        boolean kept =
                marker == 0xe0 && bytes.says(place + 4, "JFIF\0") || marker == 0xee && bytes.says(place + 4, "Adobe");
        return marker == 0xfe || application && !kept;
    }

    /** Behind what was scanned: at the next marker that is none within it. */
    private static long scanned(Bytes bytes, long from) throws IOException {
        long place = from;
        while (true) {
            if (bytes.at(place) == 0xff) {
                int next = bytes.at(place + 1);
                if (next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7)) {
                    return place;
                }
            }
            place++;
        }
    }

    /** An EXIF block that says which side is up and nothing else; none where the picture's says nothing of it. */
    private static byte[] upright(Bytes bytes, long place, long end, int marker) throws IOException {
        if (marker != 0xe1 || !bytes.says(place + 4, "Exif\0\0") || end - place < 24) {
            return new byte[0];
        }
        long tiff = place + 10;
        boolean little = bytes.says(tiff, "II");
        long directory = tiff + number(bytes, tiff + 4, 4, little);
        if (directory + 2 > end) {
            return new byte[0];
        }
        long entries = number(bytes, directory, 2, little);
        for (long i = 0; i < entries && directory + 2 + 12 * (i + 1) <= end; i++) {
            long entry = directory + 2 + 12 * i;
            if (number(bytes, entry, 2, little) == 0x0112) {
                return upright((byte) number(bytes, entry + 8, 2, little));
            }
        }
        return new byte[0];
    }

    private static byte[] upright(byte side) {
        byte[] block = ("\u00ff\u00e1\0\"Exif\0\0MM\0*\0\0\0\u0008\0\1\1\u0012\0\3\0\0\0\1\0?\0\0\0\0\0\0")
                .getBytes(StandardCharsets.ISO_8859_1);
        block[29] = side;
        return block;
    }

    private static long number(Bytes bytes, long at, int size, boolean little) throws IOException {
        return little ? bytes.little(at, size) : bytes.big(at, size);
    }

    static List<Cut> gif(Bytes bytes) throws IOException {
        List<Cut> cuts = new ArrayList<>();
        long place = 13 + colours(bytes.at(10));
        while (true) {
            int block = bytes.at(place);
            if (block == 0x3b) {
                return behind(bytes, place + 1, cuts);
            }
            if (block == 0x2c) {
                place = blocks(bytes, place + 11 + colours(bytes.at(place + 9)));
            } else if (block == 0x21) {
                long end = blocks(bytes, place + 2);
                int label = bytes.at(place + 1);
                boolean loops = label == 0xff && bytes.says(place + 3, "NETSCAPE2.0");
                if (label == 0xfe || label == 0xff && !loops) {
                    Cut.add(cuts, Cut.out(place, end));
                }
                place = end;
            } else {
                throw MediaException.broken("a block is of no kind");
            }
        }
    }

    private static int colours(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    private static long blocks(Bytes bytes, long from) throws IOException {
        long place = from;
        while (bytes.at(place) != 0) {
            place += 1 + bytes.at(place);
        }
        return place + 1;
    }

    /** Chunks are written over, so that all lengths stay. */
    static List<Cut> webp(Bytes bytes) throws IOException {
        List<Cut> cuts = RiffCuts.of(bytes, WEBP_KEPT);
        if (bytes.says(12, "VP8X")) {
            int flags = bytes.at(20) & ~0x2c; // no profile, no EXIF, no XMP
            Cut.add(cuts, Cut.over(20, 21, (byte) flags));
        }
        return cuts;
    }
}
