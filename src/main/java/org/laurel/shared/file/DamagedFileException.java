package org.laurel.shared.file;

import java.io.IOException;
import java.io.Serial;

/** A sealed file is not as it was put: cut off, changed, or sealed with another key. */
public final class DamagedFileException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    DamagedFileException(String message) {
        super(message);
    }

    DamagedFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
