package org.laurel.access.oidc;

import java.io.Serial;

/** The provider answered what does not hold; the message is for the log, and says nothing that is secret. */
final class WrongAnswerException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    WrongAnswerException(String message) {
        super(message);
    }

    WrongAnswerException(String message, Throwable cause) {
        super(message, cause);
    }
}
