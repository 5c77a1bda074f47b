package org.laurel.access.caller;

import java.security.SecureRandom;
import org.laurel.shared.encoding.Base64Url;

/** Makes the tokens that programs, people and links are known by: 256 random bits that nobody guesses. */
public final class Tokens {
    private static final int BYTES = 32;

    private Tokens() {}

    /**
     * A fresh one.
     *
     * @param prefix tells whose kind it is; may be empty
     */
    public static String fresh(String prefix, SecureRandom random) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        return prefix + Base64Url.encode(secret);
    }
}
