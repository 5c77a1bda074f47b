package org.laurel.access.oidc;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The settings of the provider; start fails when only some are there. */
@ConfigMapping(prefix = "laurel.oidc")
interface ProviderConfig {

    /** The provider's issuer identifier, exactly as it writes it (OpenID Connect Core 1.0 §2, {@code iss}). */
    Optional<String> issuer();

    /** What the provider knows this service by. */
    Optional<String> clientId();

    /** How this service shows that it is the one. */
    Optional<String> clientSecret();

    /** What people call the provider. */
    Optional<String> name();
}
