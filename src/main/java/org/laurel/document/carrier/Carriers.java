package org.laurel.document.carrier;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What every carrier has in common: its bounds. */
public final class Carriers {
    /** No picture or PDF may be larger. */
    public static final int MAX_BYTES = 10 << 20;

    /** The end of the note on a picture or PDF with several credentials: whoever shows it may mean another one. */
    public static final String SEVERAL = " credentials, of which the first is judged";

    /** No credential inside may be larger, unfolded. */
    static final int MAX_CREDENTIAL = 1 << 20;

    private static final Map<String, String> OLDER = Map.of(
            "openbadges", "it is marked as an Open Badge 2.0",
            "clrcredential", "it is marked as a Comprehensive Learner Record");

    private Carriers() {}

    static void checkSize(byte[] picture) throws CarrierException {
        if (picture.length > MAX_BYTES) {
            throw new CarrierException("the picture is larger than 10 MiB");
        }
    }

    /** What to say of a credential under another mark than that of OB 3.0. */
    static String noteOf(String mark) {
        return OLDER.getOrDefault(mark, "");
    }

    /** The text of a credential; another encoding than UTF-8 is not guessed, because a signature covers what was meant. */
    static String credential(byte[] bytes, int from, int length) throws CarrierException {
        if (length > MAX_CREDENTIAL) {
            throw new CarrierException("the credential inside is larger than 1 MiB");
        }
        return utf8(ByteBuffer.wrap(bytes, from, length), "the credential inside");
    }

    /** The text, or a fault that names what is not UTF-8. */
    static String utf8(ByteBuffer bytes, String what) throws CarrierException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new CarrierException(what + " is not UTF-8");
        }
    }
}
