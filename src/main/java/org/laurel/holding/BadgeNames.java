package org.laurel.holding;

/** Names that holders put to the pages of their badges. */
public final class BadgeNames {
    /** The longest. */
    public static final int LONGEST = 100;

    private BadgeNames() {}

    /** Without what cannot be seen, and with single blanks; empty for a text of nothing else. */
    public static String tidy(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Z}]+", " ").strip();
    }

    /** Whether it can stand on a page. */
    public static boolean isName(String tidy) {
        return tidy.codePointCount(0, tidy.length()) <= LONGEST;
    }
}
