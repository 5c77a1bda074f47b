package org.laurel.boot;

import java.io.Serial;

/** The service cannot start; the message is the one sentence that the operator reads. */
public final class StartException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** With a sentence that names the setting or file and how to mend it. */
    public StartException(String message) {
        super(message);
    }

    /** The same with its cause, for the log. */
    public StartException(String message, Throwable cause) {
        super(message, cause);
    }
}
