package org.laurel.securing.did;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.laurel.securing.did.DidResolutionException.Reason;

/** Chooses, among all resolvers, the one for a DID's method. */
@ApplicationScoped
public class DidResolvers {
    private final Map<String, DidResolver> byMethod;

    /** With every resolver there is, one a method. */
    public DidResolvers(@All List<DidResolver> resolvers) {
        this.byMethod =
                resolvers.stream().collect(Collectors.toUnmodifiableMap(DidResolver::method, Function.identity()));
    }

    /** Resolves a DID; fails with {@link DidResolutionException}, NOT_SUPPORTED when no resolver knows its method. */
    public Uni<DidDocument> resolve(Did did) {
        DidResolver resolver = byMethod.get(did.method());
        if (resolver == null) {
            return Uni.createFrom()
                    .failure(new DidResolutionException(
                            Reason.NOT_SUPPORTED, "DIDs of the method \"" + did.method() + "\" are not supported"));
        }
        return resolver.resolve(did);
    }

    /** Begins to get what resolving a DID of our own will need in the work of this context. */
    public void ahead(Did did, Context context) {
        DidResolver resolver = byMethod.get(did.method());
        if (resolver != null) {
            resolver.ahead(did, context);
        }
    }
}
