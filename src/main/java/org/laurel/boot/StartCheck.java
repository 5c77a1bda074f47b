package org.laurel.boot;

import io.smallrye.mutiny.Uni;

/** Something that must hold before the service serves. Found through CDI. */
public interface StartCheck {

    /** Fails with a {@link StartException} when it does not hold. */
    Uni<Void> check();
}
