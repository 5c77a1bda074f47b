package org.laurel.document.carrier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One pass over a PDF that notes where its objects begin, as readers do with a file whose table of objects is damaged
 * (ISO 32000-2 Annex C.2): what a table claims, loops of tables included, is never followed. Of two objects with one
 * number the later one counts, as it does in a file that was added to (§7.5.6).
 */
final class PdfScan {
    private static final int MOST_OBJECTS = 200_000;
    private static final int MOST_TRAILERS = 16;
    private static final int LONGEST_HEAD = 4096;

    private final byte[] bytes;
    private final Map<Integer, Integer> objects = new HashMap<>();
    private final List<Integer> packs = new ArrayList<>();
    private final List<Integer> trailers = new ArrayList<>();
    private int last = -1;

    private PdfScan(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Passes over the file.
     *
     * @throws CarrierException when it has more objects than any file of this size needs
     */
    static PdfScan of(byte[] pdf) throws CarrierException {
        PdfScan scan = new PdfScan(pdf);
        int at = 0;
        while (at < pdf.length) {
            at = scan.step(at);
        }
        return scan;
    }

    /** Where the objects begin, by number. */
    Map<Integer, Integer> objects() {
        return objects;
    }

    /** Where the streams begin that hold objects (§7.5.7). */
    List<Integer> packs() {
        return packs;
    }

    /** Where the dictionaries begin that name the catalog (§7.5.5, §7.5.8). */
    List<Integer> trailers() {
        return trailers;
    }

    /** Where a word stands next; -1 when it does not. */
    static int indexOf(byte[] bytes, String word, int from) {
        for (int i = from; i <= bytes.length - word.length(); i++) {
            if (isAt(bytes, word, i)) {
                return i;
            }
        }
        return -1;
    }

    /** Where the data of a stream begin whose dictionary ends at a place; -1 when there is no stream. */
    static int streamAfter(byte[] bytes, int end) {
        int at = end;
        while (at < bytes.length && PdfSyntax.isSpace(bytes[at])) {
            at++;
        }
        if (!isAt(bytes, "stream", at)) {
            return -1;
        }
        at += 6;
        if (at < bytes.length && bytes[at] == '\r') {
            at++;
        }
        return at < bytes.length && bytes[at] == '\n' ? at + 1 : at;
    }

    /** Whether the data of a stream end at a place: a line break and a word follow. */
    static boolean endsAt(byte[] bytes, long place) {
        if (place < 0 || place > bytes.length) {
            return false;
        }
        int at = (int) place;
        while (at < bytes.length && at < place + 2 && PdfSyntax.isSpace(bytes[at])) {
            at++;
        }
        return isAt(bytes, "endstream", at);
    }

    private int step(int at) throws CarrierException {
        byte sign = bytes[at];
        if (sign == 'o' && isAt(bytes, "obj", at)) {
            object(at);
            return at + 3;
        }
        if (sign == 's' && isAt(bytes, "stream", at) && last >= 0 && isStream(at)) {
            return stream(at);
        }
        if (sign == 't' && isAt(bytes, "trailer", at)) {
            trailer(at + 7);
            return at + 7;
        }
        return at + 1;
    }

    /** The last ones count. */
    private void trailer(int at) {
        trailers.add(at);
        if (trailers.size() > MOST_TRAILERS) {
            trailers.remove(0);
        }
    }

    private void object(int at) throws CarrierException {
        int generation = digitsBefore(spaceBefore(at));
        int number = digitsBefore(spaceBefore(generation));
        int numberEnd = spaceBefore(generation);
        if (number < 0 || generation < 0 || numberEnd == generation || numberEnd - number > 9) {
            return;
        }
        last = at + 3;
        objects.put(Integer.parseInt(new String(bytes, number, numberEnd - number, StandardCharsets.ISO_8859_1)), last);
        if (objects.size() > MOST_OBJECTS) {
            throw new CarrierException("the PDF has more than " + MOST_OBJECTS + " objects");
        }
    }

    /** Whether a dictionary stands before the word and a line break behind it, as in no title that has it (§7.3.8.1). */
    private boolean isStream(int at) {
        int before = spaceBefore(at);
        int after = at + 6;
        return before > 1
                && bytes[before - 1] == '>'
                && bytes[before - 2] == '>'
                && after < bytes.length
                && (bytes[after] == '\n' || bytes[after] == '\r');
    }

    /** Notes what the stream is by what stands before it, and passes over its data. */
    private int stream(int at) {
        int head = Math.max(last, at - LONGEST_HEAD);
        String text = new String(bytes, head, at - head, StandardCharsets.ISO_8859_1);
        if (text.contains("/ObjStm")) {
            packs.add(last);
        } else if (text.contains("/XRef")) {
            trailer(last);
        }
        last = -1;
        int data = streamAfter(bytes, at);
        int length = length(text);
        if (length >= 0 && endsAt(bytes, (long) data + length)) {
            return data + length;
        }
        int end = indexOf(bytes, "endstream", data);
        return end < 0 ? bytes.length : end + 9;
    }

    /** The length that stands in the dictionary itself; -1 when it stands elsewhere. */
    private static int length(String head) {
        int at = head.indexOf("/Length ") + 8;
        int to = at;
        while (to < head.length() && Character.isDigit(head.charAt(to)) && to - at < 9) {
            to++;
        }
        boolean reference = head.startsWith(" 0 R", to);
        return at < 8 || to == at || reference ? -1 : Integer.parseInt(head.substring(at, to));
    }

    /** Where the digits begin that end at a place; -1 when there are none. */
    private int digitsBefore(int end) {
        int at = end;
        while (at > 0 && end - at < 10 && bytes[at - 1] >= '0' && bytes[at - 1] <= '9') {
            at--;
        }
        return at == end ? -1 : at;
    }

    private int spaceBefore(int end) {
        int at = end;
        while (at > 0 && end - at < 16 && PdfSyntax.isSpace(bytes[at - 1])) {
            at--;
        }
        return at;
    }

    private static boolean isAt(byte[] bytes, String word, int at) {
        if (at < 0 || at + word.length() > bytes.length) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (bytes[at + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
