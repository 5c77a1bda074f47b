package org.laurel.document.media;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The tags around the sound of an MP3 file: ID3 in all its versions, APE, Lyrics3. */
final class Mp3Cuts {

    private Mp3Cuts() {}

    static List<Cut> of(Bytes bytes) throws IOException {
        long start = 0;
        while (bytes.says(start, "ID3") && start + 10 <= bytes.length()) {
            boolean footer = (bytes.at(start + 5) & 0x10) != 0;
            start += 10 + syncsafe(bytes, start + 6) + (footer ? 10 : 0);
        }
        long end = bytes.length();
        for (long before = end + 1; end < before && end > start; ) {
            before = end;
            end = withoutTag(bytes, start, end);
        }
        if (start >= end) {
            throw MediaException.broken("there is no sound in it");
        }
        List<Cut> cuts = new ArrayList<>();
        if (start > 0) {
            Cut.add(cuts, Cut.out(0, start));
        }
        if (end < bytes.length()) {
            Cut.add(cuts, Cut.out(end, bytes.length()));
        }
        return cuts;
    }

    /** Where the file ends without the tag at its end; the same when there is none. */
    private static long withoutTag(Bytes bytes, long start, long end) throws IOException {
        if (bytes.says(end - 128, "TAG") && end - 128 >= start) {
            return end - 128;
        }
        if (bytes.says(end - 227, "TAG+") && end - 227 >= start) {
            return end - 227;
        }
        if (bytes.says(end - 32, "APETAGEX") && end - 32 >= start) {
            boolean header = (bytes.little(end - 12, 4) & 0x80000000L) != 0;
            return Math.max(start, end - bytes.little(end - 20, 4) - (header ? 32 : 0));
        }
        if (bytes.says(end - 10, "3DI") && end - 10 >= start) {
            return Math.max(start, end - 20 - syncsafe(bytes, end - 4));
        }
        if (bytes.says(end - 9, "LYRICS200") && end - 15 >= start) {
            String size = bytes.latin(end - 15, 6);
            return size.matches("\\d{6}") ? Math.max(start, end - 15 - Long.parseLong(size)) : end;
        }
        return end;
    }

    private static long syncsafe(Bytes bytes, long at) throws IOException {
        long size = 0;
        for (int i = 0; i < 4; i++) {
            size = (size << 7) | (bytes.at(at + i) & 0x7f);
        }
        return size;
    }
}
