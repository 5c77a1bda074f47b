package org.laurel.verifying.check;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to know of a badge beside whether it is genuine.
 *
 * @param recipient an e-mail address, DID, name or URL that it should belong to; null when nobody asks
 * @param challenge what its holder was asked to answer in showing it (DI 1.0 §2.1); null when nobody asks
 * @param domain for whom its holder was asked to show it (DI 1.0 §2.1); null when nobody asks
 */
public record Asked(
        @Nullable String recipient,
        @Nullable String challenge,
        @Nullable String domain) {
    /** Nothing else. */
    public static final Asked NOTHING = new Asked(null, null, null);

    private static final String MAILTO = "mailto:";

    /** A recipient of white space alone is nobody; a {@code mailto:} URL is the address in it. */
    public Asked {
        recipient = recipient == null || recipient.isBlank() ? null : address(recipient.strip());
    }

    private static String address(String text) {
        return text.regionMatches(true, 0, MAILTO, 0, MAILTO.length()) ? text.substring(MAILTO.length()) : text;
    }

    /** Only whose it is. */
    public static Asked whose(@Nullable String recipient) {
        return new Asked(recipient, null, null);
    }

    /** Whether its holder must have shown it for this occasion. */
    public boolean isOfHolder() {
        return challenge != null || domain != null;
    }
}
