package org.laurel.verifying.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.laurel.shared.fetch.Derived;
import org.laurel.shared.fetch.FetchException;
import org.laurel.shared.fetch.Fetched;
import org.laurel.shared.fetch.Fetcher;
import org.laurel.shared.json.MalformedJsonException;
import org.laurel.shared.json.StrictJson;
import org.laurel.verifying.check.KnownIssuers.Answer;
import org.laurel.verifying.report.RegistryEntry;

/**
 * One document that names issuers by DID, as the Digital Credentials Consortium publishes its registries:
 * {@code {"registry": {"did:…": {"name": "…", "url": "…"}}}}. As good as the host that serves it.
 */
final class DidMapRegistry {
    private static final Duration LAST_GOOD = Duration.ofDays(7);

    private final Fetcher fetcher;
    private final Derived<JsonNode> parsed = new Derived<>(json -> 1 << 20);

    DidMapRegistry(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    /** Whether the document names the issuer; fails with {@link RegistryException}. */
    Uni<Answer> look(URI registry, String issuerId) {
        return fetcher.getOrLastGood(registry, "application/json", LAST_GOOD)
                .onFailure(FetchException.class)
                .transform(RegistryException::of)
                .chain(fetched -> answer(registry, fetched, issuerId));
    }

    private Uni<Answer> answer(URI registry, Fetched fetched, String issuerId) {
        try {
            JsonNode entry = entries(registry, fetched).path(issuerId);
            return Uni.createFrom()
                    .item(
                            entry.isObject()
                                    ? Answer.named(new RegistryEntry(
                                            registry.toString(),
                                            entry.path("name").textValue(),
                                            entry.path("url").textValue(),
                                            FederationRegistry.note(fetched)))
                                    : Answer.NOBODY);
        } catch (MalformedJsonException e) {
            return Uni.createFrom().failure(new RegistryException("it is no JSON: " + e.getMessage()));
        }
    }

    private JsonNode entries(URI registry, Fetched fetched) throws MalformedJsonException {
        Optional<JsonNode> before = parsed.of(registry.toString(), fetched.body());
        if (before.isPresent()) {
            return before.get();
        }
        JsonNode entries = StrictJson.parse(fetched.body()).path("registry");
        parsed.keep(registry.toString(), fetched.body(), entries);
        return entries;
    }
}
