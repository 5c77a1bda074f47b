package org.laurel.access.people;

/** What people are called: anything on one line that is not too long. */
public final class Names {
    private static final int LONGEST = 200;

    private Names() {}

    /** The name without space around it; refuses what is none. */
    public static String required(String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException("name: expected 1 to " + LONGEST + " characters on one line");
        }
        return name.strip();
    }

    /** Whether somebody can be called so. */
    public static boolean isName(String name) {
        String stripped = name.strip();
        return !stripped.isEmpty()
                && stripped.length() <= LONGEST
                && stripped.chars().noneMatch(Character::isISOControl);
    }
}
