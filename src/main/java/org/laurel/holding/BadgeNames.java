package org.laurel.holding;

/** Names that holders put to the pages of their badges. */
public final class BadgeNames {
    /** The longest. */
    public static final int LONGEST = 100;

    private BadgeNames() {}

    /** Whether it can stand on a page. */
    public static boolean isName(String tidy) {
        return tidy.codePointCount(0, tidy.length()) <= LONGEST;
    }
}
