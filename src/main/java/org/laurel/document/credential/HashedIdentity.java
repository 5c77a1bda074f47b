package org.laurel.document.credential;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The hashed form of an identifier, {@code sha256$<hex>}: the digest of the UTF-8 of identifier and salt, the salt
 * appended without a separator (OB 3.0 data model, IdentityHash).
 */
public final class HashedIdentity {
    /** Before the hexadecimal digits of {@link #sha256}. */
    public static final String SHA256 = "sha256$";

    private static final Pattern SYNTAX = Pattern.compile("sha256\\$[0-9a-fA-F]{64}|md5\\$[0-9a-fA-F]{32}");
    private static final Map<String, String> DIGESTS = Map.of("sha256", "SHA-256", "md5", "MD5");

    private HashedIdentity() {}

    /** Whether the text has the form of a hash. */
    public static boolean isHash(String text) {
        return SYNTAX.matcher(text).matches();
    }

    /** Whether it is a hash that others can be made to match. */
    public static boolean isWeak(String hash) {
        return hash.startsWith("md5$");
    }

    /** The SHA-256 form; the only one that is issued. */
    public static String sha256(String identifier, String salt) {
        return SHA256 + digest("sha256", identifier + salt);
    }

    /**
     * Whether the hash is that of the identifier.
     *
     * @param hash {@code sha256$…} or {@code md5$…}, hex of either case
     * @param identifier what is known
     * @param salt what was appended; null when nothing was
     */
    public static boolean matches(String hash, String identifier, @Nullable String salt) {
        if (!isHash(hash)) {
            return false;
        }
        String algorithm = hash.substring(0, hash.indexOf('$'));
        String expected = digest(algorithm, identifier + (salt == null ? "" : salt));
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII),
                hash.substring(algorithm.length() + 1).toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
    }

    private static String digest(String algorithm, String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance(String.valueOf(DIGESTS.get(algorithm)));
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256 and MD5", e);
        }
    }
}
