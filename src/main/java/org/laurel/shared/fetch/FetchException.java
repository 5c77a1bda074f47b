package org.laurel.shared.fetch;

import java.io.Serial;

/** A resource could not be had. */
public final class FetchException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** With a sentence that names the host and what happened, for a report that strangers read. */
    public FetchException(Reason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    /** What kind of failure it is. */
    public Reason reason() {
        return reason;
    }

    /** The kinds of failure. */
    public enum Reason {
        /** The guarded door does not go there: scheme, address, port, credentials in the URL. */
        REFUSED,
        /** Nothing answered in time. */
        UNREACHABLE,
        /** An answer other than 200. */
        BAD_STATUS,
        /** The answer is larger than 1 MiB. */
        TOO_LARGE
    }
}
