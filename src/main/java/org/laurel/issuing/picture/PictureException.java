package org.laurel.issuing.picture;

import java.io.Serial;

/** What came is no picture that is taken here; the message says why, as the end of a sentence. */
public final class PictureException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    PictureException(String why) {
        super(why, null, false, false);
    }

    /** Why. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
