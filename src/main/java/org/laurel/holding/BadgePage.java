package org.laurel.holding;

import java.util.Optional;

/**
 * What the holder wants of a badge's page.
 *
 * @param hidden whether it shows nothing of the badge to who has no link for it
 * @param name a name that the holder puts to it; nobody signed it
 */
public record BadgePage(boolean hidden, Optional<String> name) {
    /** As long as the holder has said nothing. */
    public static final BadgePage UNTOUCHED = new BadgePage(false, Optional.empty());

    /** The same, private or not. */
    public BadgePage hidden(boolean wanted) {
        return new BadgePage(wanted, name);
    }

    /** The same with another name; with none when it is empty. */
    public BadgePage named(String wanted) {
        return new BadgePage(hidden, Optional.of(wanted).filter(text -> !text.isEmpty()));
    }
}
