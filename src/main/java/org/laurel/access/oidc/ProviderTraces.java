package org.laurel.access.oidc;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.access.people.AccountTraces;

/** Who somebody is at the provider, in the export of their account. */
@ApplicationScoped
class ProviderTraces implements AccountTraces {
    private final ProviderLinks links;

    ProviderTraces(ProviderLinks links) {
        this.links = links;
    }

    @Override
    public String name() {
        return "providers";
    }

    @Override
    public Uni<?> of(long account) {
        return links.of(account).map(all -> all.stream().map(Trace::of).toList());
    }

    /** A link as its owner gets it. */
    record Trace(
            String id,
            String issuer,
            String subject,
            Instant createdAt,
            @Nullable Instant usedAt) {
        static Trace of(ProviderLink link) {
            return new Trace(
                    link.id(),
                    link.issuer(),
                    link.subject(),
                    link.createdAt(),
                    link.usedAt().orElse(null));
        }
    }
}
