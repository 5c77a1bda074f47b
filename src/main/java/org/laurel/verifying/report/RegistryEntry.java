package org.laurel.verifying.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * That a registry names the issuer.
 *
 * @param registry the registry's URL
 * @param name what the registry calls the issuer
 * @param url where the registry says the issuer is on the web
 * @param note what else should be known of it, such as that a copy was used
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RegistryEntry(
        String registry,
        @Nullable String name,
        @Nullable String url,
        @Nullable String note) {}
