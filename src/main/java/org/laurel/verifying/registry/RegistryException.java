package org.laurel.verifying.registry;

import java.io.Serial;

/** A registry could not be asked, or answered with something else than its form. */
final class RegistryException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    RegistryException(String detail) {
        super(detail, null, false, false);
    }

    static RegistryException of(Throwable failure) {
        return failure instanceof RegistryException known
                ? known
                : new RegistryException(String.valueOf(failure.getMessage()));
    }
}
