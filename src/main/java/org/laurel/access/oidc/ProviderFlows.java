package org.laurel.access.oidc;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** The sign-ins that are on their way to the provider. */
interface ProviderFlows {

    /**
     * Begins one, which has five minutes to come back; refused while too many are on their way.
     *
     * @param next where it leads
     */
    Uni<ProviderFlow> begin(String next);

    /** Takes one away and gives where it leads; empty when it was not begun in this browser, came back before, or is too old. */
    Uni<Optional<String>> take(ProviderFlow flow);
}
