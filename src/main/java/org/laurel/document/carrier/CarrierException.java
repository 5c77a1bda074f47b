package org.laurel.document.carrier;

import java.io.Serial;

/** A picture or PDF cannot be read as a carrier; the message is a sentence for people. */
public final class CarrierException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    /** With what is wrong, and where. */
    public CarrierException(String detail) {
        super(detail, null, false, false);
    }
}
