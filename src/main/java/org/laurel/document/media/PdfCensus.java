package org.laurel.document.media;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks at a PDF before any library parses it, which holds what it unpacks in memory: at how much its streams are unpacked.
 * Pictures are not counted, since nobody unpacks them here.
 */
final class PdfCensus {
    private static final String STREAM = "stream";
    private static final int LONGEST_DICTIONARY = 8 * 1024;
    private static final int PIECE = 16 * 1024;
    private static final long MOST_OF_ONE = 32L << 20;
    private static final long MOST_OF_ALL = 1L << 30;
    private static final long MOST_OF_OTHER_FILTERS = 1L << 20;
    private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final Pattern LENGTH = Pattern.compile("/Length\\s+(\\d{1,12})(?!\\s+\\d+\\s+R)");
    private static final Pattern OTHER_FILTERS = Pattern.compile("/(?:LZW|RunLength|LZ|RL|Crypt)(?:Decode)?\\b");

    private final Bytes bytes;
    private long all;

    private PdfCensus(Bytes bytes) {
        this.bytes = bytes;
    }

    /** Fails when it unpacks to more than a document does, or is encrypted so that nobody can tell. */
    static void require(Bytes bytes) throws IOException {
        new PdfCensus(bytes).look();
    }

    private void look() throws IOException {
        for (long place = 0; place + STREAM.length() < bytes.length(); place++) {
            int one = bytes.at(place);
            if (one == 's' && bytes.says(place, STREAM) && !bytes.says(place - 3, "end")) {
                place = judged(place);
            } else if (one == '/' && bytes.says(place, "/Encrypt")) {
                throw new MediaException("protected", "The PDF is encrypted; save it without protection.");
            }
        }
    }

    /** Where the search goes on: behind the keyword, since what a stream holds may be one that was hidden. */
    private long judged(long place) throws IOException {
        long data = place + STREAM.length();
        while (data < bytes.length() && (bytes.at(data) == '\r' || bytes.at(data) == '\n')) {
            data++;
        }
        if (data == place + STREAM.length()) {
            return place; // a word of a text
        }
        String dictionary = dictionary(place);
        boolean structure = dictionary.contains("ObjStm") || dictionary.contains("XRef");
        if (dictionary.contains("/Image") && !structure) {
            return place;
        }
        if (OTHER_FILTERS.matcher(dictionary).find() && (structure || length(dictionary) > MOST_OF_OTHER_FILTERS)) {
            throw tooMuch();
        }
        long inflated = inflated(data);
        all += inflated;
        if (inflated > MOST_OF_ONE || all > MOST_OF_ALL) {
            throw tooMuch();
        }
        return place;
    }

    private static MediaException tooMuch() {
        return new MediaException("too-much", "The PDF is far larger unpacked than a document can be.");
    }

    private String dictionary(long end) throws IOException {
        int size = (int) Math.min(LONGEST_DICTIONARY, end);
        String before = bytes.latin(end - size, size);
        String own = before.substring(Math.max(0, before.lastIndexOf(" obj")));
        return ESCAPED.matcher(own)
                .replaceAll(match ->
                        Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(match.group(1), 16))));
    }

    /** How long it says that it is; very long when it does not say. */
    private static long length(String dictionary) {
        Matcher matcher = LENGTH.matcher(dictionary);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : Long.MAX_VALUE;
    }

    /** How much comes out, up to a little more than is taken; nothing of what is not deflated. */
    private long inflated(long data) throws IOException {
        Inflater inflater = new Inflater();
        byte[] out = new byte[PIECE];
        long place = data;
        long written = 0;
        try {
            while (written <= MOST_OF_ONE && !inflater.finished() && !inflater.needsDictionary()) {
                int now = (int) Math.min(PIECE, bytes.length() - place);
                if (inflater.needsInput()) {
                    if (now <= 0) {
                        return written;
                    }
                    inflater.setInput(bytes.slice(place, now));
                    place += now;
                }
                written += inflater.inflate(out);
            }
            return written;
        } catch (DataFormatException e) {
            return written; // what came before counts
        } finally {
            inflater.end();
        }
    }
}
