package org.laurel.document.schema;

import java.io.Serial;

/** A schema by which nothing can be judged here, which says nothing against the document. */
public final class UnusableSchemaException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    /** With a sentence for people. */
    public UnusableSchemaException(String detail) {
        super(detail, null, false, false);
    }
}
