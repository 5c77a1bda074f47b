package org.laurel.verifying;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts a stream of bytes into lines as it flows; keeps one unfinished line and nothing else. */
final class BatchLines {
    /** What a line may hold at most: as much as a credential by itself. */
    static final int LONGEST = 1 << 20;

    private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();
    private int number;

    /** The lines that end in these bytes; empty ones are passed over, and one that is too long is not to be judged. */
    List<Line> feed(byte[] bytes) {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                take(bytes, start, i);
                finish(lines);
                start = i + 1;
            }
        }
        take(bytes, start, bytes.length);
        return lines;
    }

    /** The last line, when the stream does not end in a line feed. */
    List<Line> rest() {
        List<Line> lines = new ArrayList<>();
        finish(lines);
        return lines;
    }

    /** That the stream was cut off here. */
    List<Line> cutOff() {
        return List.of(Line.not(number + 1, "", Unjudged.CUT_OFF));
    }

    /** One byte beyond the limit is kept, so that the excess is seen. */
    private void take(byte[] bytes, int from, int to) {
        int room = LONGEST + 1 - unfinished.size();
        unfinished.write(bytes, from, Math.min(to - from, Math.max(0, room)));
    }

    private void finish(List<Line> lines) {
        byte[] line = unfinished.toByteArray();
        unfinished.reset();
        number++;
        if (!isBlank(line)) {
            lines.add(
                    line.length > LONGEST
                            ? Line.not(number, "", Unjudged.LINE_TOO_LONG)
                            : new Line(number, "", line, null));
        }
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    /**
     * One line, or one file.
     *
     * @param number from 1, empty lines counted
     * @param file the name of the file; empty for a line
     * @param bytes its bytes
     * @param unjudged why it is not judged; null when it is
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Line(
            int number, String file, byte[] bytes, @Nullable Unjudged unjudged) {

        /** One that is not judged. */
        static Line not(int number, String file, Unjudged why) {
            return new Line(number, file, new byte[0], why);
        }
    }
}
