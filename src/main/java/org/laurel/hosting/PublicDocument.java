package org.laurel.hosting;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.laurel.issuing.signing.HostedCredential;
import org.laurel.shared.encoding.Base64Url;
import org.laurel.shared.encoding.Sha256;
import org.laurel.shared.json.JsonColumns;

/**
 * A document as the public gets it.
 *
 * @param body its bytes
 * @param tag its strong entity tag, quotes included
 * @param maxAge how long it may be kept
 */
@SuppressWarnings("ArrayRecordComponent") // served, never compared
public record PublicDocument(byte[] body, String tag, Duration maxAge) {

    private static final Duration SHORT = Duration.ofMinutes(5);

    /** A credential in the form that is asked for, byte for byte as it was signed. */
    static PublicDocument of(HostedCredential hosted, Representation form) {
        return form == Representation.JWT
                ? new PublicDocument(hosted.jwt(), "\"" + hosted.jwtTag() + "\"", SHORT)
                : new PublicDocument(hosted.json(), "\"" + hosted.jsonTag() + "\"", SHORT);
    }

    /** A document that is written today. */
    static PublicDocument of(ObjectNode json) {
        return of(JsonColumns.write(json).getBytes(StandardCharsets.UTF_8), SHORT);
    }

    /** One whose tag follows from its bytes. */
    public static PublicDocument of(byte[] body, Duration maxAge) {
        return new PublicDocument(body, "\"" + Base64Url.encode(Sha256.of(body)) + "\"", maxAge);
    }
}
