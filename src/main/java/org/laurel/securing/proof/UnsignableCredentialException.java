package org.laurel.securing.proof;

import java.io.Serial;

/**
 * A linted credential that a format cannot secure all the same: it has no canonical form, or lacks what the format writes.
 * The caller's document is at fault, not we.
 */
public final class UnsignableCredentialException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String pointer;

    /** With a sentence for people and the JSON Pointer to the place, empty when it is not known. */
    public UnsignableCredentialException(String detail, String pointer) {
        super(detail, null, false, false);
        this.pointer = pointer;
    }

    /** JSON Pointer into the credential; empty for the whole. */
    public String pointer() {
        return pointer;
    }
}
