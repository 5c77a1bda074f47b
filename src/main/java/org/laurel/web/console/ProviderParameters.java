package org.laurel.web.console;

import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.laurel.access.oidc.ProviderDoor;

/** What a browser comes back from the provider with. */
public final class ProviderParameters {
    @QueryParam("state")
    @Nullable String state;

    @QueryParam("code")
    @Nullable String code;

    @QueryParam("error")
    @Nullable String error;

    @QueryParam("iss")
    @Nullable String issuer;

    /** All of it. */
    ProviderDoor.Returned returned() {
        return new ProviderDoor.Returned(state, code, error, issuer);
    }
}
