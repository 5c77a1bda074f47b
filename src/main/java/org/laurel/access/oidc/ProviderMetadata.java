package org.laurel.access.oidc;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.fetch.Fetched;
import org.laurel.shared.fetch.NamedHosts;
import org.laurel.shared.origin.BaseUrl;

/** What the provider says it can do, and where (OpenID Connect Discovery 1.0 §4); asked again after ten minutes. */
@ApplicationScoped
class ProviderMetadata {
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final NamedHosts hosts;
    private final BaseUrl base;
    private final Clock clock;
    private final AtomicReference<@Nullable Kept> last = new AtomicReference<>();

    ProviderMetadata(NamedHosts hosts, BaseUrl base, Clock clock) {
        this.hosts = hosts;
        this.base = base;
        this.clock = clock;
    }

    private record Kept(OIDCProviderMetadata metadata, Instant until) {}

    /** What it said last, or says now. */
    Uni<OIDCProviderMetadata> of(ProviderClient client) {
        Kept kept = last.get();
        if (kept != null && kept.until().isAfter(clock.instant())) {
            return Uni.createFrom().item(kept.metadata());
        }
        return hosts.get(client.discovery(), Optional.empty())
                .map(fetched -> read(client, fetched))
                .invoke(metadata -> last.set(new Kept(metadata, clock.instant().plus(KEPT))));
    }

    /** What it says has to be said of this very issuer (§4.3). */
    private OIDCProviderMetadata read(ProviderClient client, Fetched fetched) {
        OIDCProviderMetadata metadata;
        try {
            metadata = OIDCProviderMetadata.parse(new String(fetched.body(), StandardCharsets.UTF_8));
        } catch (ParseException e) {
            throw new WrongAnswerException("the metadata cannot be read", e);
        }
        if (!client.issuer().equals(metadata.getIssuer().getValue())) {
            throw new WrongAnswerException("the metadata is that of another issuer");
        }
        required(metadata.getTokenEndpointURI(), "token_endpoint");
        required(metadata.getJWKSetURI(), "jwks_uri");
        URI start = required(metadata.getAuthorizationEndpointURI(), "authorization_endpoint");
        if (!"https".equals(start.getScheme()) && !base.isDevelopment()) {
            throw new WrongAnswerException("the authorization_endpoint is not https");
        }
        return metadata;
    }

    private static URI required(@Nullable URI uri, String name) {
        if (uri == null) {
            throw new WrongAnswerException("the metadata has no " + name);
        }
        return uri;
    }
}
