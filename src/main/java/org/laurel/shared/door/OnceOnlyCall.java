package org.laurel.shared.door;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.encoding.Sha256;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;

/**
 * A call that must not happen twice.
 *
 * @param caller who calls; keys of different callers never meet
 * @param keyHash SHA-256 of the Idempotency-Key
 * @param fingerprint SHA-256 over method, path and body
 */
@SuppressWarnings("ArrayRecordComponent") // compared in the database
public record OnceOnlyCall(String caller, byte[] keyHash, byte[] fingerprint) {
    private static final int MAX_KEY = 255;

    /**
     * Reads the header.
     *
     * @param key the header's value, quoted (a structured-field string) or bare; null when absent
     * @return empty when the header is absent
     */
    public static Optional<OnceOnlyCall> of(String caller, @Nullable String key, String path, byte[] body) {
        if (key == null) {
            return Optional.empty();
        }
        String bare = key.length() > 1 && key.startsWith("\"") && key.endsWith("\"")
                ? key.substring(1, key.length() - 1)
                : key;
        if (bare.isBlank() || bare.length() > MAX_KEY || !bare.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw ProblemException.of(
                    ProblemType.BAD_PARAMETER,
                    "Idempotency-Key: expected 1 to " + MAX_KEY + " visible ASCII characters.");
        }
        return Optional.of(new OnceOnlyCall(caller, Sha256.of(bare), fingerprint(path, body)));
    }

    /** A number for an advisory lock: two calls with the same caller and key have the same. */
    long lockNumber() {
        byte[] hash = fingerprint(caller, keyHash);
        long number = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            number = number << 8 | hash[i] & 0xff;
        }
        return number;
    }

    private static byte[] fingerprint(String text, byte[] bytes) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8), new byte[1], bytes);
    }
}
