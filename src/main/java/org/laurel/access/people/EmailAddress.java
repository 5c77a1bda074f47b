package org.laurel.access.people;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address, trimmed and in lower case; it does not show itself in logs.
 *
 * @param text the address
 */
public record EmailAddress(@JsonValue String text) {
    private static final int LONGEST = 254; // RFC 5321 §4.5.3.1.3, without the angle brackets
    private static final Pattern SHAPE =
            Pattern.compile("[^\\s@<>\"(),;:\\\\]+@[^\\s@<>\"(),;:\\\\]+\\.[^\\s@.<>\"(),;:\\\\]+");

    /** Refuses what is no address. */
    @JsonCreator
    public EmailAddress {
        text = text.strip().toLowerCase(Locale.ROOT);
        if (text.length() > LONGEST || !SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("expected an e-mail address such as ada@example.org");
        }
    }

    @Override
    public String toString() {
        return "EmailAddress";
    }
}
