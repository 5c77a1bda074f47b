package org.laurel.erasing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.laurel.shared.sealing.Person;

/**
 * A key that was destroyed.
 *
 * @param person whose it was
 * @param sha256 of the key as it was kept, wrapped, in hexadecimal: numbers are given anew after a restore, keys are not
 */
record ErasedKey(Person person, String sha256) {
    private static final Pattern LINE = Pattern.compile("(\\d{1,9}) (\\d{1,18}) ([0-9a-f]{64})");

    /** Reads a line of the log. */
    static ErasedKey parse(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("expected an organisation, a number and a digest, got " + line.length()
                    + " characters of something else");
        }
        return new ErasedKey(
                new Person(Integer.parseInt(parts.group(1)), Long.parseLong(parts.group(2))), parts.group(3));
    }

    @Override
    public String toString() {
        return person.issuerNo() + " " + person.number() + " " + sha256;
    }
}
