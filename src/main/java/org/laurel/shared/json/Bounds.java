package org.laurel.shared.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What records refuse alike: texts and lists that are too long, or not there. */
public final class Bounds {

    private Bounds() {}

    /** A text that has to be there, of at most so many characters. */
    public static void text(String member, String text, int most) {
        if (text.isBlank() || text.length() > most) {
            throw new IllegalArgumentException(member + ": expected 1 to " + most + " characters");
        }
    }

    /** A text on one line, without what cannot be seen, and with single blanks; empty when nothing else was in it. */
    public static String oneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Z}]+", " ").strip();
    }

    /** A text that may be absent. */
    public static void within(String member, @Nullable String text, int most) {
        if (text != null && text.length() > most) {
            throw new IllegalArgumentException(
                    member + ": expected at most " + most + " characters, got " + text.length());
        }
    }

    /** A copy of a list of at most so many; none when it is absent. */
    public static <T> List<T> list(String member, @Nullable List<T> items, int most) {
        List<T> copy = items == null ? List.of() : List.copyOf(items);
        if (copy.size() > most) {
            throw new IllegalArgumentException(member + ": expected at most " + most + ", got " + copy.size());
        }
        return copy;
    }

    /** A web address that may be absent. */
    public static void web(String member, @Nullable String url) {
        if (url != null && !url.matches("https?://[^\\s]{3,2000}")) {
            throw new IllegalArgumentException(member + ": expected a web address");
        }
    }
}
