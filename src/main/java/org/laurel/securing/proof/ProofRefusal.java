package org.laurel.securing.proof;

/**
 * Why a proof is not accepted.
 *
 * @param code the kind of fault
 * @param detail what was expected and what came
 * @param pointer JSON Pointer to the place
 */
public record ProofRefusal(Code code, String detail, String pointer) {

    /** The kinds of fault, told apart because their verdicts differ. */
    public enum Code {
        /** The proof breaks the shape its specification asks for. */
        MALFORMED,
        /** We do not implement this suite or algorithm: nothing is said about genuineness. */
        NOT_SUPPORTED,
        /** What it stands on by {@code previousProof} is not there, or is the proof itself: no proof of the document counts. */
        BROKEN_CHAIN,
        /** The purpose is not the one expected. */
        WRONG_PURPOSE,
        /** The key does not fit the suite or algorithm. */
        WRONG_KEY_TYPE,
        /** The document cannot be brought into canonical form: undefined terms, unknown contexts, limits. */
        NOT_CANONICAL,
        /** A claim contradicts the credential. */
        CLAIM_MISMATCH,
        /** The signature does not match: the document, the proof or the key has been changed. */
        BAD_SIGNATURE,
        /** The proof lies outside its time. */
        OUT_OF_TIME,
        /** The key had ended or was revoked when the proof was made. */
        KEY_OUT_OF_TIME,
        /** The key binding is by another than the holder, or over something else. */
        NOT_THE_HOLDER
    }
}
