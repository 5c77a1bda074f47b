package org.laurel.securing.did;

import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Uni;

/** Resolves DIDs of one method. Found through CDI; {@link DidResolvers} chooses among them. */
public interface DidResolver {

    /** The method name: {@code key}, {@code web}. */
    String method();

    /**
     * Resolves a DID.
     *
     * @return its document; fails with {@link DidResolutionException}, which tells "out of reach" from "wrong"
     */
    Uni<DidDocument> resolve(Did did);

    /**
     * Begins to get what resolving a DID of our own will need in the work of this context, when that is no fetch; nothing
     * otherwise. Throws IllegalArgumentException when the DID has no address.
     */
    default void ahead(Did did, Context context) {}
}
