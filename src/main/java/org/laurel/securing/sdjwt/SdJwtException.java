package org.laurel.securing.sdjwt;

import java.io.Serial;

/** An SD-JWT that is not accepted. */
public final class SdJwtException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final SdJwtFault.Kind kind;

    /** With a sentence for people. */
    public SdJwtException(SdJwtFault.Kind kind, String detail) {
        super(detail, null, false, false);
        this.kind = kind;
    }

    /** What is wrong. */
    public SdJwtFault fault() {
        return new SdJwtFault(kind, String.valueOf(getMessage()));
    }
}
