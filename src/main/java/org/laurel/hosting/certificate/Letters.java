package org.laurel.hosting.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Texts as the certificate's fonts can show them: what has no outline becomes a box, and what only steers the display of
 * others goes, so that no name turns the line around.
 */
final class Letters {
    /** The fonts, as resources on the class path. */
    static final String FONT = "net/sf/jasperreports/fonts/dejavu/DejaVuSans.ttf";

    static final String BOLD = "net/sf/jasperreports/fonts/dejavu/DejaVuSans-Bold.ttf";
    /** A white square. */
    static final String BOX = "\u25A1";

    private static final int LAST = 0x1FFFF;
    private static final int JOINERS = 0x200C; // and 0x200D: Persian is written with them
    private static final BitSet SHOWN = shown();

    private boolean lacking;

    /** A font's bytes. */
    static InputStream font(String resource) {
        InputStream font = Letters.class.getClassLoader().getResourceAsStream(resource);
        if (font == null) {
            throw new IllegalStateException("the font " + resource + " is not on the class path");
        }
        return font;
    }

    /** Whether a text was cut, left out or shown with boxes up to now. */
    boolean lacking() {
        return lacking;
    }

    /** Notes that something is not shown at all. */
    void leaveOut() {
        lacking = true;
    }

    /**
     * The text, to be shown.
     *
     * @param text of anybody's
     * @param most how many UTF-16 units of it are shown; what is cut ends with an ellipsis
     */
    String shown(String text, int most) {
        StringBuilder shown = new StringBuilder(text.length());
        String cut = text.length() > most ? text.substring(0, most) + "…" : text;
        lacking |= text.length() > most;
        cut.codePoints().forEach(point -> append(shown, point));
        return shown.toString().strip();
    }

    /** Whether a text is written from right to left: its first letter says so (UAX #9, rules P2 and P3). */
    static boolean isRightToLeft(String text) {
        return text.codePoints()
                .mapToObj(Character::getDirectionality)
                .filter(way -> way == Character.DIRECTIONALITY_LEFT_TO_RIGHT || isRight(way))
                .findFirst()
                .map(Letters::isRight)
                .orElse(false);
    }

    private static boolean isRight(byte way) {
        return way == Character.DIRECTIONALITY_RIGHT_TO_LEFT || way == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    private void append(StringBuilder shown, int point) {
        int type = Character.getType(point);
        if (Character.isWhitespace(point) || Character.isSpaceChar(point) || type == Character.CONTROL) {
            shown.append(' ');
        } else if ((point & ~1) == JOINERS || SHOWN.get(point) && type != Character.FORMAT) {
            shown.appendCodePoint(point);
        } else if (type != Character.FORMAT) {
            lacking = true;
            boolean mark = type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
            shown.append(mark ? "" : BOX);
        }
    }

    /** What both fonts have an outline for. */
    private static BitSet shown() {
        BitSet both = outlines(FONT);
        both.and(outlines(BOLD));
        return both;
    }

    private static BitSet outlines(String resource) {
        try (InputStream bytes = font(resource);
                TrueTypeFont font = new TTFParser(true).parse(new RandomAccessReadBuffer(bytes))) {
            CmapLookup outlines = font.getUnicodeCmapLookup();
            BitSet points = new BitSet(LAST + 1);
            for (int point = 0; point <= LAST; point++) {
                if (outlines.getGlyphId(point) != 0) {
                    points.set(point);
                }
            }
            return points;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
