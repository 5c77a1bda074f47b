package org.laurel.issuing.batch;

/** Another worker holds the chunk by now: what was done with it must not be stored. */
final class LeaseLostException extends RuntimeException {
    private static final long serialVersionUID = 1;

    LeaseLostException() {
        super("another worker took the chunk over");
    }
}
