package org.laurel.hosting.picture;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The outlines of DejaVu's letters, so that a picture looks the same wherever it is drawn or shown, whatever fonts are
 * installed there. Texts from right to left are turned and joined as they should; a character that the font lacks is an
 * empty box, which says that something stands here.
 */
final class Letters {
    /** The upright face. */
    static final Letters REGULAR = new Letters("DejaVuSans.ttf");
    /** The heavy face. */
    static final Letters BOLD = new Letters("DejaVuSans-Bold.ttf");

    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";
    private static final String NOTHING_SEEN = "[\\p{Cc}\\p{Cf}\\uFE00-\\uFE0F&&[^\\u200C\\u200D]]";

    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final double unit;
    private final Map<Integer, Glyph> known = new ConcurrentHashMap<>();

    private Letters(String file) {
        try (InputStream in = Objects.requireNonNull(Letters.class.getResourceAsStream(FOLDER + file), file)) {
            font = new TTFParser().parse(new RandomAccessReadBuffer(in));
            glyphs = font.getUnicodeCmapLookup();
            unit = 1.0 / font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How wide a text is at a size. */
    double width(String text, double size) {
        return seen(text).codePoints().mapToDouble(c -> glyph(c).advance()).sum() * size;
    }

    /**
     * The outline of a line of text.
     *
     * @param x where it begins
     * @param y its base line, downwards
     */
    Shape line(String text, double size, double x, double y) {
        Path2D outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double at = x;
        for (int c : seen(text).codePoints().toArray()) {
            Glyph glyph = glyph(c);
            AffineTransform place = AffineTransform.getTranslateInstance(at, y);
            place.scale(size, -size);
            outline.append(glyph.outline().getPathIterator(place), false);
            at += glyph.advance() * size;
        }
        return outline;
    }

    /** As it stands on the page from left to right, letters joined. */
    private static String seen(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll(NOTHING_SEEN, "");
        if (!Bidi.requiresBidi(plain.toCharArray(), 0, plain.length())) {
            return plain;
        }
        try {
            String joined = new ArabicShaping(ArabicShaping.LETTERS_SHAPE).shape(plain);
            return new Bidi(joined, Bidi.LEVEL_DEFAULT_LTR)
                    .writeReordered(Bidi.DO_MIRRORING | Bidi.KEEP_BASE_COMBINING);
        } catch (ArabicShapingException e) {
            throw new IllegalStateException("letters of any text can be joined", e);
        }
    }

    private Glyph glyph(int character) {
        return known.computeIfAbsent(character, this::read);
    }

    private Glyph read(int character) {
        synchronized (font) { // it reads as it goes
            try {
                int id = glyphs.getGlyphId(character);
                if (id == 0) {
                    return box();
                }
                double advance = font.getAdvanceWidth(id) * unit;
                var data = font.getGlyph().getGlyph(id);
                Path2D outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
                if (data != null) {
                    AffineTransform scale = AffineTransform.getScaleInstance(unit, unit);
                    outline.append(data.getPath().getPathIterator(scale), false);
                }
                return new Glyph(outline, advance);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Glyph box() {
        Path2D outline = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        outline.append(new Rectangle2D.Double(0.08, 0, 0.6, 0.7), false);
        Path2D hole = new Path2D.Double();
        hole.moveTo(0.14, 0.06);
        hole.lineTo(0.14, 0.64);
        hole.lineTo(0.62, 0.64);
        hole.lineTo(0.62, 0.06);
        hole.closePath();
        outline.append(hole, false);
        return new Glyph(outline, 0.76);
    }

    /** At size 1, upwards. */
    private record Glyph(Path2D outline, double advance) {}
}
