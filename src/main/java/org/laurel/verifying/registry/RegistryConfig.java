package org.laurel.verifying.registry;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Which registries of others are trusted. */
@ConfigMapping(prefix = "laurel.trust")
public interface RegistryConfig {

    /**
     * Registries whose word counts, each a form and a URL: {@code did-map https://…/registry.json} for a list as the
     * Digital Credentials Consortium publishes it, which {@code /registry} of another Laurel is too, and
     * {@code federation https://…} for the trust anchor of an OpenID Federation.
     */
    Optional<List<String>> registries();
}
