package org.laurel.shared.store;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one shape of public ids: {@code {issuer number}-{26 lower-case base32 characters}}. The random part has 130 bits;
 * the number lets a store find the issuer without a global look-up. What belongs to the programme has the number 0.
 *
 * @param issuerNo the issuer's short number; 0 for the programme
 * @param random the random part
 */
public record PublicId(int issuerNo, String random) {
    private static final Pattern SHAPE = Pattern.compile("(0|[1-9]\\d{0,8})-([a-z2-7]{26})");
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

    /** Reads an id; empty when the text has another shape. */
    public static Optional<PublicId> parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        return matcher.matches()
                ? Optional.of(new PublicId(Integer.parseInt(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }

    /** Makes a fresh one. */
    public static PublicId fresh(int issuerNo, SecureRandom random) {
        byte[] bytes = new byte[26];
        random.nextBytes(bytes);
        StringBuilder text = new StringBuilder(26);
        for (byte b : bytes) {
            text.append(ALPHABET.charAt(b & 31));
        }
        return new PublicId(issuerNo, text.toString());
    }

    @Override
    public String toString() {
        return issuerNo + "-" + random;
    }
}
