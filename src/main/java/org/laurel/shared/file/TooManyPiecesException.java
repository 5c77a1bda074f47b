package org.laurel.shared.file;

import java.io.IOException;
import java.io.Serial;

/** A file comes in pieces that are too small to be worth keeping. */
public final class TooManyPiecesException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    TooManyPiecesException() {
        super("the file comes in too many pieces");
    }
}
