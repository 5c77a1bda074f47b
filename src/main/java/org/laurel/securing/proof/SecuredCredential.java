package org.laurel.securing.proof;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A credential that one of our signers has just secured: the very bytes that are stored and served. Made only by
 * signers (an ArchUnit rule holds that), so that nothing unsigned can be hosted.
 */
public final class SecuredCredential {
    private final ProofFormat format;
    private final byte[] bytes;

    /** For signers only. */
    public SecuredCredential(ProofFormat format, byte[] bytes) {
        this.format = format;
        this.bytes = bytes.clone();
    }

    /** How it is secured. */
    public ProofFormat format() {
        return format;
    }

    /** UTF-8 JSON, or the ASCII of a compact JWS. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The same as text. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SecuredCredential that && format == that.format && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * format.hashCode() + Arrays.hashCode(bytes);
    }
}
