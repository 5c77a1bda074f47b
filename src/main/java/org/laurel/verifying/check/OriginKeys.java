package org.laurel.verifying.check;

import static org.laurel.verifying.report.ProblemKind.ISSUER_FAULTY;
import static org.laurel.verifying.report.ProblemKind.KEY_NOT_FOUND;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.laurel.securing.did.DidDocument;
import org.laurel.securing.did.DidDocumentReader;
import org.laurel.securing.did.DidResolutionException;
import org.laurel.securing.did.VerificationMethod;
import org.laurel.shared.fetch.FetchException;
import org.laurel.shared.fetch.Fetched;
import org.laurel.shared.fetch.Fetcher;
import org.laurel.shared.json.MalformedJsonException;
import org.laurel.shared.json.StrictJson;

/** Keys of issuers that are https URLs: the JWK Set at their origin (OB 3.0 §8.2, key provenance), and single JWKs. */
@Singleton
final class OriginKeys {
    private static final String ACCEPT =
            "application/jwk-set+json, application/jwk+json, application/cid, application/did+json, application/json";
    private static final int MOST_KEYS = 100;

    private final Fetcher fetcher;

    OriginKeys(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    /**
     * The keys under {@code /.well-known/jwks.json} of the issuer's origin that name this issuer or nobody; where there are
     * none, those of the controlled identifier document that the issuer's own address serves (CID 1.0 §2).
     */
    Uni<DidDocument> published(String issuerId) {
        return url(issuerId)
                .map(issuer -> issuer.resolve("/.well-known/jwks.json"))
                .chain(this::fetch)
                .map(fetched -> document(issuerId, fetched))
                .onItemOrFailure()
                .transformToUni(
                        (found, failure) -> found != null && !found.methods().isEmpty()
                                ? Uni.createFrom().item(found)
                                : controlled(issuerId).chain(own -> own.map(Uni.createFrom()::item)
                                        .orElseGet(() -> failure == null
                                                ? Uni.createFrom().item(Objects.requireNonNull(found))
                                                : Uni.createFrom().failure(failure))));
    }

    private Uni<Optional<DidDocument>> controlled(String issuerId) {
        return url(issuerId)
                .chain(this::fetch)
                .map(fetched -> controlled(issuerId, fetched))
                .onFailure(KeyException.class)
                .recoverWithItem(Optional.empty());
    }

    /** A controlled identifier document with this id; empty when it is something else. */
    private static Optional<DidDocument> controlled(String id, Fetched fetched) {
        try {
            JsonNode json = StrictJson.parse(fetched.body());
            if (!json.has("verificationMethod")) {
                return Optional.empty();
            }
            DidDocument document = DidDocumentReader.read(json, id, fetched.fetchedAt());
            return Optional.of(fetched.hostAway() ? document.asLastGood() : document);
        } catch (MalformedJsonException | DidResolutionException e) {
            return Optional.empty(); // what cannot be read publishes no key
        }
    }

    /** The one that a {@code kid} leads to: a JWK, the one of a JWK Set with this id, or that of a controlled identifier document. */
    Uni<VerificationMethod> single(String kid, String issuerId) {
        return url(withoutFragment(kid)).chain(this::fetch).chain(fetched -> controlled(withoutFragment(kid), fetched)
                .map(DidDocument::methods)
                .orElseGet(() -> document(issuerId, fetched).methods())
                .stream()
                .filter(method -> method.id().equals(kid) || bare(fetched))
                .findFirst()
                .map(method -> Uni.createFrom().item(method.named(kid)))
                .orElseGet(() -> Uni.createFrom()
                        .failure(KeyException.wrong(KEY_NOT_FOUND, "the kid leads to no key that can be read"))));
    }

    private static String withoutFragment(String url) {
        int end = url.indexOf('#');
        return end < 0 ? url : url.substring(0, end);
    }

    private Uni<Fetched> fetch(URI url) {
        return fetcher.getOrLastGood(url, ACCEPT, DidDocument.LAST_GOOD)
                .onFailure(FetchException.class)
                .transform(KeyException::ofIssuer);
    }

    private static Uni<URI> url(String text) {
        try {
            return Uni.createFrom().item(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Uni.createFrom().failure(KeyException.wrong(ISSUER_FAULTY, "the issuer or kid is no URL"));
        }
    }

    private static DidDocument document(String issuerId, Fetched fetched) {
        List<VerificationMethod> methods = new ArrayList<>();
        for (JsonNode jwk : keys(fetched)) {
            boolean ours = !jwk.has("iss") || issuerId.equals(jwk.path("iss").textValue());
            if (ours && methods.size() < MOST_KEYS) {
                read(jwk, issuerId).forEach(methods::add);
            }
        }
        Set<String> ids = methods.stream().map(VerificationMethod::id).collect(Collectors.toSet());
        return new DidDocument(issuerId, methods, ids, Set.of(), fetched.fetchedAt(), fetched.hostAway(), List.of());
    }

    private static List<VerificationMethod> read(JsonNode jwk, String issuerId) {
        try {
            VerificationMethod method = VerificationMethod.ofJwk("", issuerId, jwk);
            String kid = jwk.path("kid").asText(method.key().thumbprint());
            return List.of(method.named(kid.contains(":") ? kid : issuerId + "#" + kid));
        } catch (IllegalArgumentException e) {
            return List.of(); // a key of a kind that we cannot read counts as not published
        }
    }

    private static List<JsonNode> keys(Fetched fetched) {
        List<JsonNode> keys = new ArrayList<>();
        try {
            JsonNode json = StrictJson.parse(fetched.body());
            json.path("keys").forEach(keys::add);
            if (json.has("kty")) {
                keys.add(json);
            }
        } catch (MalformedJsonException e) {
            return List.of(); // what is no JSON publishes no key
        }
        return keys;
    }

    private static boolean bare(Fetched fetched) {
        List<JsonNode> keys = keys(fetched);
        return keys.size() == 1 && keys.get(0).has("kty");
    }
}
