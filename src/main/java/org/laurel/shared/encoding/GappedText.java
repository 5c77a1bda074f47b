package org.laurel.shared.encoding;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with numbered gaps, written once and filled often. What goes into the gaps is written as it is: it must need no
 * escape where it stands.
 */
public final class GappedText {
    private final List<byte[]> pieces;
    private final int[] gaps;

    private GappedText(List<byte[]> pieces, List<Integer> gaps) {
        this.pieces = pieces;
        this.gaps = gaps.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Writes it, with values in its gaps. */
    public void write(byte[][] values, ByteArrayOutputStream into) {
        into.writeBytes(pieces.get(0));
        for (int i = 0; i < gaps.length; i++) {
            into.writeBytes(values[gaps[i]]);
            into.writeBytes(pieces.get(i + 1));
        }
    }

    /** The bytes, with values in its gaps. */
    public byte[] fill(byte[][] values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        write(values, bytes);
        return bytes.toByteArray();
    }

    /** Whether it has a gap whose number is at least the first and less than the second. */
    public boolean hasGapWithin(int from, int to) {
        for (int gap : gaps) {
            if (gap >= from && gap < to) {
                return true;
            }
        }
        return false;
    }

    /** Whether it has this gap. */
    public boolean hasGap(int number) {
        return hasGapWithin(number, number + 1);
    }

    /** Marks for the gaps of one text, of letters and digits, that nobody who wrote the rest of it could know. */
    public static final class Marks {
        private static final int BYTES = 16;
        private final String secret;
        private final Pattern mark;

        /** Fresh ones. */
        public Marks(SecureRandom random) {
            byte[] bytes = new byte[BYTES];
            random.nextBytes(bytes);
            secret = "k" + HexFormat.of().formatHex(bytes) + "g";
            mark = Pattern.compile(secret + "(\\d{1,6})e");
        }

        /** The mark of a gap. */
        public String of(int number) {
            return secret + number + "e";
        }

        /** A text in which marks stand where the gaps are to be. */
        public GappedText cut(String text) {
            List<byte[]> pieces = new ArrayList<>();
            List<Integer> gaps = new ArrayList<>();
            Matcher matcher = mark.matcher(text);
            int start = 0;
            while (matcher.find()) {
                pieces.add(text.substring(start, matcher.start()).getBytes(StandardCharsets.UTF_8));
                gaps.add(Integer.valueOf(matcher.group(1)));
                start = matcher.end();
            }
            pieces.add(text.substring(start).getBytes(StandardCharsets.UTF_8));
            return new GappedText(pieces, gaps);
        }
    }
}
