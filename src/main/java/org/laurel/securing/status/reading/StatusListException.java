package org.laurel.securing.status.reading;

import java.io.Serial;

/** A status entry or list from which no status can be read. */
public final class StatusListException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Code code;

    /** With a sentence for people. */
    public StatusListException(Code code, String detail) {
        super(detail, null, false, false);
        this.code = code;
    }

    /** What kind of fault it is. */
    public Code code() {
        return code;
    }

    /** The sentence for people. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** The kinds of fault (Bitstring Status List 1.0 §3.2, processing errors). */
    public enum Code {
        /** The entry or the list breaks the shape its specification asks for. */
        MALFORMED,
        /** More bits an entry than are read here, or another thing that we do not implement. */
        NOT_SUPPORTED,
        /** The list does not serve the entry's purpose. */
        WRONG_PURPOSE,
        /** The list is shorter than 131,072 entries, so that it hides nobody. */
        TOO_SHORT,
        /** The index lies outside the list. */
        OUT_OF_RANGE
    }
}
