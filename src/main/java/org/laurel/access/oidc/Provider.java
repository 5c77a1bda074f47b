package org.laurel.access.oidc;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.PersonClaims;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.access.people.EmailAddress;
import org.laurel.shared.fetch.Fetched;
import org.laurel.shared.fetch.NamedHosts;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.work.Workers;

/** Asks the provider who somebody is. The keys are asked for each time: one that was changed a second ago is known. */
@ApplicationScoped
class Provider {
    private final Optional<ProviderClient> client;
    private final ProviderMetadata metadata;
    private final NamedHosts hosts;
    private final Workers workers;
    private final URI back;

    Provider(ProviderConfig config, ProviderMetadata metadata, NamedHosts hosts, Workers workers, BaseUrl base) {
        this.client = ProviderClient.of(config);
        this.metadata = metadata;
        this.hosts = hosts;
        this.workers = workers;
        this.back = URI.create(base.text() + "/sign-in/oidc/callback");
    }

    /** This service as the provider knows it; empty when none is set. */
    Optional<ProviderClient> client() {
        return client;
    }

    /** Where the browser goes. */
    Uni<URI> authentication(ProviderFlow flow) {
        return messages().map(messages -> messages.authentication(flow));
    }

    /** Who came back with this code. */
    Uni<ProviderIdentity> identity(String code, ProviderFlow flow) {
        return messages().chain(messages -> {
            ProviderMessages.Form form = messages.token(code, flow);
            return hosts.post(messages.metadata().getTokenEndpointURI(), form.body(), form.authorization())
                    .map(fetched -> ProviderMessages.tokens(fetched.body()))
                    .chain(tokens -> claims(messages, tokens, flow)
                            .map(claims -> new ProviderIdentity(
                                    messages.client().issuer(),
                                    claims.getSubject().getValue(),
                                    address(messages, tokens, claims))));
        });
    }

    private Uni<ProviderMessages> messages() {
        ProviderClient known = client.orElseThrow();
        return metadata.of(known).map(said -> new ProviderMessages(known, said, back));
    }

    private Uni<IDTokenClaimsSet> claims(ProviderMessages messages, OIDCTokens tokens, ProviderFlow flow) {
        @Nullable String token = tokens.getIDTokenString();
        if (token == null) {
            throw new WrongAnswerException("there is no ID token");
        }
        return hosts.get(messages.metadata().getJWKSetURI(), Optional.empty())
                .chain(keys ->
                        workers.compute(() -> IdTokens.judge(token, text(keys), messages.client(), flow.nonce())));
    }

    /** The address in the ID token; else the one at the provider's UserInfo endpoint, where many keep it (§5.4). */
    private Uni<Optional<EmailAddress>> address(ProviderMessages messages, OIDCTokens tokens, IDTokenClaimsSet claims) {
        @Nullable URI more = messages.metadata().getUserInfoEndpointURI();
        if (claims.getStringClaim(PersonClaims.EMAIL_CLAIM_NAME) != null || more == null) {
            return Uni.createFrom()
                    .item(vouched(
                            claims.getStringClaim(PersonClaims.EMAIL_CLAIM_NAME),
                            claims.getBooleanClaim(PersonClaims.EMAIL_VERIFIED_CLAIM_NAME)));
        }
        return hosts.get(more, Optional.of(tokens.getAccessToken().toAuthorizationHeader()))
                .map(fetched -> addressOf(fetched, claims));
    }

    /** It counts only when it is said of the same person (§5.3.2). */
    private static Optional<EmailAddress> addressOf(Fetched fetched, IDTokenClaimsSet claims) {
        try {
            UserInfo info = UserInfo.parse(text(fetched));
            if (!claims.getSubject().equals(info.getSubject())) {
                throw new WrongAnswerException("the UserInfo is that of another person");
            }
            return vouched(info.getEmailAddress(), info.getEmailVerified());
        } catch (ParseException e) {
            throw new WrongAnswerException("the UserInfo cannot be read", e);
        }
    }

    private static Optional<EmailAddress> vouched(@Nullable String address, @Nullable Boolean verified) {
        if (address == null || !Boolean.TRUE.equals(verified)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new EmailAddress(address));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // what is no address belongs to nobody
        }
    }

    private static String text(Fetched fetched) {
        return new String(fetched.body(), StandardCharsets.UTF_8);
    }
}
