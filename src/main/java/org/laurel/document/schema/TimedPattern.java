package org.laurel.document.schema;

import com.networknt.schema.regex.RegularExpression;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * A regular expression of a stranger: some take longer than the age of the universe on a short text, so each character
 * that is looked at costs a glance at the watch.
 */
final class TimedPattern implements RegularExpression {
    private static final ThreadLocal<Long> END = ThreadLocal.withInitial(System::nanoTime);

    private final Pattern pattern;

    TimedPattern(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    /** From now on, patterns have this much time on this thread, all together. */
    static void allow(Duration time) {
        END.set(System.nanoTime() + time.toNanos());
    }

    @Override
    public boolean matches(String value) {
        return pattern.matcher(new Watched(value, END.get())).find();
    }

    private record Watched(CharSequence text, long end) implements CharSequence {

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("out of time");
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return new Watched(text.subSequence(from, to), end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
