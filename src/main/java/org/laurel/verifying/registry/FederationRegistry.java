package org.laurel.verifying.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.fetch.FetchException;
import org.laurel.shared.fetch.Fetched;
import org.laurel.shared.fetch.Fetcher;
import org.laurel.verifying.check.KnownIssuers.Answer;
import org.laurel.verifying.report.RegistryEntry;

/**
 * A trust anchor of OpenID Federation 1.0, in the light way that registries of issuers use: the anchor's own statement
 * (§3, §9) says where it is asked, and what it signs about an issuer (§3, §8.1) says that it knows it. Chains through
 * intermediates are not followed.
 */
final class FederationRegistry {
    private static final String ACCEPT = "application/entity-statement+jwt, application/jwt;q=0.9";
    private static final String ENTITY = "federation_entity";
    private static final Duration LAST_GOOD = Duration.ofDays(1);
    /** With the error {@code not_found} (§8.1.2): the anchor does not know it. */
    private static final int NOT_FOUND = 404;

    private final Fetcher fetcher;
    private final Clock clock;

    FederationRegistry(Fetcher fetcher, Clock clock) {
        this.fetcher = fetcher;
        this.clock = clock;
    }

    /** Whether the anchor vouches for the issuer; fails with {@link RegistryException}. */
    Uni<Answer> look(URI anchor, String issuerId) {
        String name = anchor.toString().replaceAll("/+$", "");
        return get(URI.create(name + "/.well-known/openid-federation"))
                .chain(fetched -> read(fetched, null))
                .chain(own -> ask(name, own, issuerId));
    }

    private Uni<Answer> ask(String anchor, EntityStatement own, String issuerId) {
        String endpoint = own.payload()
                .path("metadata")
                .path(ENTITY)
                .path("federation_fetch_endpoint")
                .asText("");
        if (!own.isAbout(anchor, anchor) || !isEndpoint(endpoint, anchor)) {
            return Uni.createFrom()
                    .failure(new RegistryException("its statement is about another, or names no fetch endpoint"));
        }
        URI address = URI.create(endpoint + (endpoint.contains("?") ? "&" : "?") + "sub="
                + URLEncoder.encode(issuerId, StandardCharsets.UTF_8));
        return get(address)
                .chain(fetched ->
                        read(fetched, own).map(statement -> answer(anchor, statement, issuerId, note(fetched))))
                .onFailure(failure -> failure instanceof RegistryException known && known.isNotFound())
                .recoverWithItem(Answer.NOBODY);
    }

    /** That a copy was used because the registry is away; null when it answered. */
    static @Nullable String note(Fetched fetched) {
        return fetched.hostAway() ? "a copy of " + fetched.fetchedAt() + " was used" : null;
    }

    /** Over https; over http only within the very origin that the operator trusts over http. */
    private static boolean isEndpoint(String endpoint, String anchor) {
        return endpoint.startsWith("https://") || (anchor.startsWith("http://") && endpoint.startsWith(anchor + "/"));
    }

    private static Answer answer(String anchor, EntityStatement statement, String issuerId, @Nullable String note) {
        if (!statement.isAbout(anchor, issuerId)) {
            return Answer.NOBODY;
        }
        JsonNode entity = statement.payload().path("metadata").path(ENTITY);
        return Answer.named(new RegistryEntry(
                anchor,
                entity.path("organization_name").textValue(),
                entity.path("homepage_uri").textValue(),
                note));
    }

    /** Statements are short-lived, and end by themselves; a copy serves until then, and a day at most. */
    private Uni<Fetched> get(URI address) {
        return fetcher.getOrLastGood(address, ACCEPT, LAST_GOOD)
                .onFailure(FetchException.class)
                .transform(failure -> ((FetchException) failure).status().orElse(0) == NOT_FOUND
                        ? RegistryException.notFound(String.valueOf(failure.getMessage()))
                        : RegistryException.of(failure));
    }

    /** By the keys of the anchor; the anchor's own statement by the keys in it, which came over https from its own address. */
    private Uni<EntityStatement> read(Fetched fetched, @Nullable EntityStatement anchor) {
        try {
            return Uni.createFrom().item(EntityStatement.read(fetched.body(), anchor, clock.instant()));
        } catch (RegistryException e) {
            return Uni.createFrom().failure(e);
        }
    }
}
