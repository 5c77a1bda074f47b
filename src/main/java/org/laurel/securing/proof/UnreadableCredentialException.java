package org.laurel.securing.proof;

import java.io.Serial;

/** Bytes that are no credential in any form we read. */
public final class UnreadableCredentialException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    /** With a sentence for people. */
    public UnreadableCredentialException(String detail) {
        super(detail, null, false, false);
    }
}
