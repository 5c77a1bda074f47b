package org.laurel.securing.crypto;

import java.io.Serial;

/** A key that is well formed, as far as we look, and of a kind that we do not know. */
public final class UnsupportedKeyException extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** With a sentence for people. */
    public UnsupportedKeyException(String detail) {
        super(detail);
    }
}
