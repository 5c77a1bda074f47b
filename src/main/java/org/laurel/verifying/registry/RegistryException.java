package org.laurel.verifying.registry;

import java.io.Serial;

/** A registry could not be asked, or answered with something else than its form. */
final class RegistryException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final boolean notFound;

    RegistryException(String detail) {
        this(detail, false);
    }

    private RegistryException(String detail, boolean notFound) {
        super(detail, null, false, false);
        this.notFound = notFound;
    }

    /** It answers that it has nothing there, which of an issuer is an answer. */
    static RegistryException notFound(String detail) {
        return new RegistryException(detail, true);
    }

    boolean isNotFound() {
        return notFound;
    }

    static RegistryException of(Throwable failure) {
        return failure instanceof RegistryException known
                ? known
                : new RegistryException(String.valueOf(failure.getMessage()));
    }
}
