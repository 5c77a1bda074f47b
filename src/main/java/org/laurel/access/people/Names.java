package org.laurel.access.people;

/** What people are called: anything on one line that is not too long. */
public final class Names {
    private static final int LONGEST = 200;

    private Names() {}

    /** The name without space around it; refuses what is none. */
    public static String required(String name) {
        String stripped = name.strip();
        if (stripped.isEmpty()
                || stripped.length() > LONGEST
                || stripped.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("name: expected 1 to " + LONGEST + " characters on one line");
        }
        return stripped;
    }
}
