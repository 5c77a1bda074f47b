package org.laurel.hosting.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A text that was fitted into a box: as large as it can be there, over several lines, and shortened only when even the
 * smallest size is too large.
 *
 * @param lines from top to bottom
 * @param size of the letters
 */
record TextBlock(List<String> lines, double size) {
    private static final double STEP = 0.94;
    /** From one base line to the next, in sizes. */
    private static final double LEADING = 1.22;

    /** Copies the list. */
    TextBlock {
        lines = List.copyOf(lines);
    }

    /** The box that a text is fitted into, and the sizes that it may have. */
    record Box(double width, double height, double largest, double smallest) {}

    /** Fits a text into a box. */
    static TextBlock fit(String text, Letters letters, Box box) {
        String plain = text.strip().replaceAll("\\s+", " ");
        double size = box.largest();
        List<String> lines = wrap(plain, letters, size, box.width());
        while (lines.size() * size * LEADING > box.height() && size > box.smallest()) {
            size = Math.max(box.smallest(), size * STEP);
            lines = wrap(plain, letters, size, box.width());
        }
        int most = Math.max(1, (int) (box.height() / (size * LEADING)));
        if (lines.size() > most) {
            lines = new ArrayList<>(lines.subList(0, most));
            lines.set(most - 1, shortened(lines.get(most - 1), letters, size, box.width()));
        }
        return new TextBlock(lines, size);
    }

    /**
     * The lines as shapes.
     *
     * @param top of the block
     * @param left where each line begins
     */
    List<Drawing.Filled> drawn(Letters letters, double top, int colour, ToDoubleFunction<String> left) {
        List<Drawing.Filled> shapes = new ArrayList<>();
        double base = top + size;
        for (String line : lines) {
            shapes.add(new Drawing.Filled(letters.line(line, size, left.applyAsDouble(line), base), colour));
            base += size * LEADING;
        }
        return shapes;
    }

    double height() {
        return lines.size() * size * LEADING;
    }

    private static List<String> wrap(String text, Letters letters, double size, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (letters.width(longer, size) <= width) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = word;
            while (letters.width(line, size) > width) {
                int end = fitting(line, letters, size, width);
                lines.add(line.substring(0, end));
                line = line.substring(end);
            }
        }
        lines.add(line);
        return lines;
    }

    /** How much of a word that is too long goes into a line: one character at least. */
    private static int fitting(String word, Letters letters, double size, double width) {
        int end = word.offsetByCodePoints(0, 1);
        while (end < word.length()
                && letters.width(word.substring(0, word.offsetByCodePoints(end, 1)), size) <= width) {
            end = word.offsetByCodePoints(end, 1);
        }
        return end;
    }

    private static String shortened(String line, Letters letters, double size, double width) {
        String shorter = line;
        while (!shorter.isEmpty() && letters.width(shorter + "…", size) > width) {
            shorter = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1));
        }
        return shorter + "…";
    }
}
