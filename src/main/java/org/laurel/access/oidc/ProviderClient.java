package org.laurel.access.oidc;

import java.net.URI;
import java.util.Optional;

/**
 * This service as the provider knows it.
 *
 * @param issuer the provider's issuer identifier
 * @param id the client's id
 * @param secret the client's secret
 * @param name what people call the provider
 */
record ProviderClient(String issuer, String id, String secret, String name) {

    /** As it was set; empty when it was not. */
    static Optional<ProviderClient> of(ProviderConfig config) {
        return config.issuer()
                .filter(issuer -> !issuer.isBlank())
                .map(issuer -> new ProviderClient(
                        issuer,
                        config.clientId().orElseThrow(),
                        config.clientSecret().orElseThrow(),
                        config.name().orElseThrow()));
    }

    /** Where the provider says what it can do (OpenID Connect Discovery 1.0 §4). */
    URI discovery() {
        return URI.create(issuer.replaceAll("/+$", "") + "/.well-known/openid-configuration");
    }

    @Override
    public String toString() {
        return "ProviderClient[" + issuer + "]";
    }
}
