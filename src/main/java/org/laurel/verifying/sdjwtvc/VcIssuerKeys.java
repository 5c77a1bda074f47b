package org.laurel.verifying.sdjwtvc;

import static org.laurel.verifying.report.ProblemKind.ISSUER_FAULTY;
import static org.laurel.verifying.report.ProblemKind.ISSUER_NOT_SUPPORTED;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.laurel.securing.did.DidDocument;
import org.laurel.securing.did.VerificationMethod;
import org.laurel.shared.fetch.FetchException;
import org.laurel.shared.fetch.Fetched;
import org.laurel.shared.fetch.Fetcher;
import org.laurel.shared.json.MalformedJsonException;
import org.laurel.shared.json.StrictJson;
import org.laurel.verifying.check.IssuerKeys;
import org.laurel.verifying.check.KeyException;

/** The keys of an issuer of SD-JWT VCs: in its JWT VC Issuer Metadata (SD-JWT VC §5), or in its DID document. */
final class VcIssuerKeys {
    private static final String WELL_KNOWN = "/.well-known/jwt-vc-issuer";
    private static final String METADATA = "application/json";
    private static final String KEY_SET = "application/jwk-set+json, application/json";
    private static final int MOST_KEYS = 100;

    private final Fetcher fetcher;
    private final IssuerKeys dids;

    VcIssuerKeys(Fetcher fetcher, IssuerKeys dids) {
        this.fetcher = fetcher;
        this.dids = dids;
    }

    /** The keys; fails with {@link KeyException}. */
    Uni<DidDocument> of(String issuer) {
        if (issuer.startsWith("did:")) {
            return dids.of(issuer);
        }
        if (!issuer.startsWith("https://") && !issuer.startsWith("http://")) {
            String detail = issuer.isEmpty()
                    ? "it names no issuer by iss; issuers by certificates are not supported"
                    : "keys are looked up for DIDs and https URLs only; the issuer is neither";
            return failure(KeyException.open(ISSUER_NOT_SUPPORTED, detail));
        }
        try {
            return fetch(metadata(issuer), METADATA).chain(fetched -> published(issuer, fetched));
        } catch (IllegalArgumentException e) {
            return failure(KeyException.wrong(ISSUER_FAULTY, "the issuer is no URL"));
        }
    }

    /** Where the metadata lies: the path of the issuer comes after the well-known part (SD-JWT VC §5.1). */
    static URI metadata(String issuer) {
        URI uri = URI.create(issuer);
        if (uri.getRawAuthority() == null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("an issuer has a host, and neither query nor fragment");
        }
        String path = uri.getRawPath().endsWith("/")
                ? uri.getRawPath().substring(0, uri.getRawPath().length() - 1)
                : uri.getRawPath();
        return URI.create(uri.getScheme() + "://" + uri.getRawAuthority() + WELL_KNOWN + path);
    }

    private Uni<DidDocument> published(String issuer, Fetched fetched) {
        JsonNode metadata = json(fetched);
        if (!issuer.equals(metadata.path("issuer").textValue())) {
            return failure(KeyException.wrong(ISSUER_FAULTY, "the metadata at the issuer's origin names another"));
        }
        if (metadata.has("jwks") == metadata.has("jwks_uri")) {
            return failure(KeyException.wrong(
                    ISSUER_FAULTY, "the issuer's metadata must have either jwks or jwks_uri, and not both"));
        }
        if (metadata.has("jwks")) {
            return Uni.createFrom().item(document(issuer, metadata.get("jwks"), fetched));
        }
        try {
            return fetch(URI.create(metadata.get("jwks_uri").asText("")), KEY_SET)
                    .map(keys -> document(issuer, json(keys), keys));
        } catch (IllegalArgumentException e) {
            return failure(KeyException.wrong(ISSUER_FAULTY, "the issuer's jwks_uri is no URL"));
        }
    }

    private Uni<Fetched> fetch(URI url, String accept) {
        return fetcher.getOrLastGood(url, accept, DidDocument.LAST_GOOD)
                .onFailure(FetchException.class)
                .transform(KeyException::ofIssuer);
    }

    private static JsonNode json(Fetched fetched) {
        try {
            return StrictJson.parse(fetched.body());
        } catch (MalformedJsonException e) {
            return com.fasterxml.jackson.databind.node.MissingNode.getInstance(); // what is no JSON publishes nothing
        }
    }

    private static DidDocument document(String issuer, JsonNode set, Fetched fetched) {
        List<VerificationMethod> methods = new ArrayList<>();
        for (JsonNode jwk : set.path("keys")) {
            if (methods.size() < MOST_KEYS) {
                methods.addAll(method(issuer, jwk));
            }
        }
        Set<String> ids = methods.stream().map(VerificationMethod::id).collect(Collectors.toSet());
        return new DidDocument(issuer, methods, ids, Set.of(), fetched.fetchedAt(), fetched.hostAway(), List.of());
    }

    private static List<VerificationMethod> method(String issuer, JsonNode jwk) {
        try {
            VerificationMethod method = VerificationMethod.ofJwk("", issuer, jwk);
            return List.of(method.named(
                    issuer + "#" + jwk.path("kid").asText(method.key().thumbprint())));
        } catch (IllegalArgumentException e) {
            return List.of(); // a key of a kind that we cannot read counts as not published
        }
    }

    private static <T> Uni<T> failure(KeyException failure) {
        return Uni.createFrom().failure(failure);
    }
}
