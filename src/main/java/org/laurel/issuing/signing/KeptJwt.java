package org.laurel.issuing.signing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.laurel.shared.encoding.Base64Url;

/**
 * What is kept of a VC-JWT beside the JSON form of the same credential: its payload begins as that does, so only where they
 * part, what follows there, the header and the signature are kept. Put together again it is the same to the byte.
 */
final class KeptJwt {
    /** No compact JWS begins with it. */
    private static final byte SHORT = 1;

    private KeptJwt() {}

    /** Without what the JSON form says already. */
    static byte[] without(byte[] jwt, byte[] json) {
        String text = new String(jwt, StandardCharsets.US_ASCII);
        int first = text.indexOf('.');
        int second = text.indexOf('.', first + 1);
        byte[] payload = Base64Url.decode(text.substring(first + 1, second));
        int differ = Arrays.mismatch(payload, json);
        int same = differ < 0 ? payload.length : differ;
        byte[] header = text.substring(0, first).getBytes(StandardCharsets.US_ASCII);
        byte[] signature = text.substring(second + 1).getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(13 + header.length + payload.length - same + signature.length)
                .put(SHORT)
                .putInt(same)
                .putInt(header.length)
                .putInt(signature.length)
                .put(header)
                .put(signature)
                .put(payload, same, payload.length - same)
                .array();
    }

    /** The whole compact JWS, of what was kept; what begins as one was kept whole. */
    static byte[] whole(byte[] kept, byte[] json) {
        if (kept[0] != SHORT) {
            return kept;
        }
        ByteBuffer parts = ByteBuffer.wrap(kept, 1, kept.length - 1);
        int same = parts.getInt();
        byte[] header = new byte[parts.getInt()];
        byte[] signature = new byte[parts.getInt()];
        parts.get(header).get(signature);
        byte[] payload = Arrays.copyOf(json, same + parts.remaining());
        parts.get(payload, same, parts.remaining());
        String text = new String(header, StandardCharsets.US_ASCII) + "." + Base64Url.encode(payload) + "."
                + new String(signature, StandardCharsets.US_ASCII);
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
