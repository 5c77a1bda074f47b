package org.laurel.issuing.signing;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.encoding.Base64Url;

/**
 * A stored credential as it is served: the very bytes that were signed, in both forms or in one.
 *
 * @param json UTF-8 JSON with embedded proofs; null when there is only the other
 * @param jwt the ASCII of the compact JWS; null when there is only the other
 * @param jsonTag SHA-256 of the first, base64url
 * @param jwtTag SHA-256 of the second, base64url
 */
@SuppressWarnings("ArrayRecordComponent") // served, never compared
public record HostedCredential(
        byte @Nullable [] json,
        byte @Nullable [] jwt,
        @Nullable String jsonTag,
        @Nullable String jwtTag) {

    /** The document as UTF-8 JSON: the JSON form, else what the JWT says. */
    public byte[] document() {
        return json == null ? payload(Objects.requireNonNull(jwt)) : json;
    }

    /** What a compact JWS says. */
    public static byte[] payload(byte[] jwt) {
        String text = new String(jwt, StandardCharsets.US_ASCII);
        int first = text.indexOf('.');
        return Base64Url.decode(text.substring(first + 1, text.indexOf('.', first + 1)));
    }
}
