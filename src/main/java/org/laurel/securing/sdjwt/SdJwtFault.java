package org.laurel.securing.sdjwt;

/**
 * What is wrong with an SD-JWT.
 *
 * @param kind the kind of fault
 * @param detail what was expected and what came, in a sentence without end mark
 */
public record SdJwtFault(Kind kind, String detail) {

    /** The kinds of fault, told apart because their verdicts differ. */
    public enum Kind {
        /** It breaks the shape that RFC 9901 asks for. */
        MALFORMED,
        /** Something was changed or added after it was signed. */
        CHANGED,
        /** The key-binding JWT is by another than the holder, or over something else. */
        NOT_THE_HOLDER,
        /** It uses something that is not read here. */
        NOT_SUPPORTED,
        /** The key-binding JWT lies outside its time. */
        OUT_OF_TIME
    }
}
