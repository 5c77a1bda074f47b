package org.laurel.document.jsonld;

import java.io.Serial;

/** A document has no canonical form that a signature could safely cover. */
public final class CanonicalizationException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String pointer;

    /**
     * A failure at one place.
     *
     * @param kind what kind
     * @param detail a sentence for people
     * @param pointer JSON Pointer to the place, or empty when it is not known
     */
    public CanonicalizationException(Kind kind, String detail, String pointer) {
        super(detail, null, false, false);
        this.kind = kind;
        this.pointer = pointer;
    }

    /** What kind of failure it is. */
    public Kind kind() {
        return kind;
    }

    /** The sentence for people. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** JSON Pointer to the place; empty for the document as a whole, or when the place is not known. */
    public String pointer() {
        return pointer;
    }

    /** The kinds of failure. */
    public enum Kind {
        /** A context that we do not carry, or one written inside the document. */
        UNKNOWN_CONTEXT,
        /** A member, type or identifier that no context defines: a signature would not cover it. */
        UNDEFINED_TERM,
        /** A context gives a word another meaning that one before it protects (JSON-LD 1.1 §4.1.11). */
        CONTEXT_CONFLICT,
        /** More nodes, statements, contexts or time than we allow. */
        LIMIT,
        /** Anything else that JSON-LD refuses, or that would be dropped in silence. */
        OTHER
    }
}
