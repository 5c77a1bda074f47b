package org.laurel.securing.sdjwt;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.laurel.securing.crypto.Signatures;
import org.laurel.securing.crypto.VerificationAlgorithm;
import org.laurel.securing.crypto.VerificationKey;
import org.laurel.securing.sdjwt.SdJwtFault.Kind;
import org.laurel.shared.encoding.Base64Url;
import org.laurel.shared.encoding.CompactJws;
import org.laurel.shared.json.MalformedJsonException;
import org.laurel.shared.json.StrictJson;

/**
 * A compact JWS around a JSON object, read and not believed (RFC 7515 §7.1).
 *
 * @param text the JWS
 * @param header its JOSE header
 * @param payload its payload
 */
public record CompactToken(String text, ObjectNode header, ObjectNode payload) {

    /**
     * Reads one.
     *
     * @param what what it is, for the message: {@code the key-binding JWT}
     */
    public static CompactToken read(String text, String what) throws SdJwtException {
        if (!CompactJws.isOne(text)) {
            throw new SdJwtException(Kind.MALFORMED, what + " must be a compact JWS");
        }
        String[] parts = text.split("\\.", -1);
        try {
            Base64Url.decode(parts[2]);
            if (StrictJson.parse(Base64Url.decode(parts[0])) instanceof ObjectNode header
                    && StrictJson.parse(Base64Url.decode(parts[1])) instanceof ObjectNode payload) {
                return new CompactToken(text, header, payload);
            }
        } catch (IllegalArgumentException | MalformedJsonException e) {
            throw new SdJwtException(Kind.MALFORMED, what + ": " + e.getMessage());
        }
        throw new SdJwtException(Kind.MALFORMED, what + " must hold JSON objects");
    }

    /** Whether the signature holds with this key and algorithm. */
    public boolean isSignedBy(VerificationAlgorithm algorithm, VerificationKey key) {
        int end = text.lastIndexOf('.');
        byte[] message = text.substring(0, end).getBytes(StandardCharsets.US_ASCII);
        return algorithm.keyType() == key.type()
                && Signatures.verify(algorithm, key, message, Base64Url.decode(text.substring(end + 1)));
    }
}
