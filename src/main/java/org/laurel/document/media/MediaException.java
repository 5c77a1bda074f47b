package org.laurel.document.media;

import java.io.IOException;
import java.io.Serial;

/** A file is not taken; the sentence says why, and holds nothing of the file. */
public final class MediaException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String code;

    MediaException(String code, String detail) {
        super(detail, null);
        this.code = code;
    }

    static MediaException broken(String what) {
        return new MediaException("broken", "The file is broken: " + what + ".");
    }

    /** What is wrong, for programs: {@code other-type}, {@code macros}, {@code protected}, {@code broken}, {@code too-much}. */
    public String code() {
        return code;
    }

    /** What is wrong, for people. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
