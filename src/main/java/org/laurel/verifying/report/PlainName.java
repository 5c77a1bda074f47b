package org.laurel.verifying.report;

import java.util.regex.Pattern;

/**
 * A name that a stranger gave, fit to stand within a sentence of ours: it cannot end its quotation marks, break the line,
 * turn the direction of what follows, or drown the rest.
 */
public final class PlainName {
    private static final int LONGEST = 100;
    /** Controls, what is not seen, and the marks that set a direction (UAX #9); those that join letters and emoji stay. */
    private static final Pattern CONTROLS = Pattern.compile(
            "[\\p{Cc}\\p{Zl}\\p{Zp}\\u00AD\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u2069\\uFEFF\\x{E0000}-\\x{E007F}\\s]++");

    private static final Pattern QUOTES =
            Pattern.compile("[\"\u201C-\u201F\u275B-\u2760\u00AB\u00BB\u2039\u203A\u300C-\u300F\u301D-\u301F\uFF02]");

    private PlainName() {}

    /** The name so. */
    public static String of(String name) {
        String plain = isPlain(name)
                ? name
                : QUOTES.matcher(CONTROLS.matcher(name).replaceAll(" "))
                        .replaceAll("'")
                        .strip();
        return plain.codePointCount(0, plain.length()) <= LONGEST
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, LONGEST)) + "…";
    }

    /** Whether it is letters, digits and marks of ASCII with single spaces between, as most names are. */
    private static boolean isPlain(String name) {
        boolean space = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || (c == ' ' && space)) {
                return false;
            }
            space = c == ' ';
        }
        return !space;
    }
}
