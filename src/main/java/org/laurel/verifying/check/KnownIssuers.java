package org.laurel.verifying.check;

import io.smallrye.mutiny.Uni;

/** Says whom we know: issuers that passed screening here, or that a registry names. Found through CDI; any may know. */
@FunctionalInterface
public interface KnownIssuers {

    /** Whether this issuer is known. */
    Uni<Boolean> knows(String issuerId);
}
