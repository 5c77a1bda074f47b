package org.laurel.hosting;

import java.time.Duration;
import org.laurel.shared.encoding.Base64Url;
import org.laurel.shared.encoding.Sha256;

/**
 * A document as the public gets it.
 *
 * @param body its bytes
 * @param tag its strong entity tag, quotes included
 * @param maxAge how long it may be kept
 */
@SuppressWarnings("ArrayRecordComponent") // served, never compared
public record PublicDocument(byte[] body, String tag, Duration maxAge) {

    /** One whose tag follows from its bytes. */
    public static PublicDocument of(byte[] body, Duration maxAge) {
        return new PublicDocument(body, "\"" + Base64Url.encode(Sha256.of(body)) + "\"", maxAge);
    }
}
