package org.laurel.securing.did;

import java.io.Serial;

/** A DID could not be resolved. */
public final class DidResolutionException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** With a sentence for people, fit for a report that strangers read. */
    public DidResolutionException(Reason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    /** What kind of failure it is. */
    public Reason reason() {
        return reason;
    }

    /** The kinds of failure: only the first leaves the question open. */
    public enum Reason {
        /** The host does not answer, or not now. */
        OUT_OF_REACH,
        /** We do not go where its document should be. */
        NOT_ASKED,
        /** We do not implement this method. */
        NOT_SUPPORTED,
        /** The host answers, and has no such document. */
        NOT_FOUND,
        /** The DID or its document breaks the specification. */
        INVALID
    }
}
