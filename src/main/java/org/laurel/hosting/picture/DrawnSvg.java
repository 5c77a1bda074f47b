package org.laurel.hosting.picture;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Writes a drawing as SVG: outlines alone, no font, no script, no link. */
final class DrawnSvg {
    private static final String[] COMMANDS = {"M", "L", "Q", "C", "Z"};
    private static final int[] NUMBERS = {2, 2, 4, 6, 0};

    private DrawnSvg() {}

    static byte[] write(Drawing drawing) {
        StringBuilder svg = new StringBuilder(8192)
                .append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(drawing.width())
                .append(' ')
                .append(drawing.height())
                .append("\" width=\"")
                .append(drawing.width())
                .append("\" height=\"")
                .append(drawing.height())
                .append("\" role=\"img\" aria-labelledby=\"t\"><title id=\"t\">")
                .append(escaped(drawing.title()))
                .append("</title>");
        for (Drawing.Filled one : drawing.shapes()) {
            svg.append(String.format(Locale.ROOT, "<path fill=\"#%06x\" d=\"", one.colour()));
            path(one.shape(), svg);
            svg.append("\"/>");
        }
        return svg.append("</svg>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void path(Shape shape, StringBuilder svg) {
        double[] at = new double[6];
        for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
            int kind = path.currentSegment(at);
            svg.append(COMMANDS[kind]);
            for (int i = 0; i < NUMBERS[kind]; i++) {
                svg.append(i == 0 ? "" : " ").append(number(at[i]));
            }
        }
    }

    private static String number(double value) {
        double rounded = Math.round(value * 10) / 10.0;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    /** As XML 1.0 can hold it: its forbidden characters are left out. */
    static String escaped(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
