package org.laurel.verifying.check;

import org.laurel.securing.proof.UnverifiedCredential;

/** Reads bytes as a credential: UTF-8 JSON, or a compact JWS around it. Pure. */
@FunctionalInterface
public interface CredentialReader {

    /** The credential as it arrived; throws when the bytes are none. */
    UnverifiedCredential read(byte[] bytes) throws UnreadableException;

    /** Bytes that are no credential. */
    final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        /** With a sentence that says what was expected and what came. */
        public UnreadableException(String detail) {
            super(detail, null, false, false);
        }

        /** The sentence. */
        public String detail() {
            return String.valueOf(getMessage());
        }
    }
}
