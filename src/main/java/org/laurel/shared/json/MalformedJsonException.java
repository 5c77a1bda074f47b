package org.laurel.shared.json;

import java.io.Serial;

/** Bytes that are no acceptable JSON document. */
public final class MalformedJsonException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    /** With a sentence that says what was expected and where. */
    public MalformedJsonException(String detail) {
        super(detail, null, false, false);
    }
}
