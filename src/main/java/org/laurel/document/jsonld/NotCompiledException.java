package org.laurel.document.jsonld;

import java.io.Serial;

/** The quick way does not know this form; the long way judges it. */
final class NotCompiledException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    NotCompiledException(String what) {
        super(what, null, false, false);
    }
}
