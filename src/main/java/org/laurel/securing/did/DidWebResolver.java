package org.laurel.securing.did;

import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.laurel.securing.did.DidResolutionException.Reason;
import org.laurel.shared.fetch.Derived;
import org.laurel.shared.fetch.FetchException;
import org.laurel.shared.fetch.Fetched;
import org.laurel.shared.fetch.Fetcher;
import org.laurel.shared.json.MalformedJsonException;
import org.laurel.shared.json.StrictJson;
import org.laurel.shared.work.Recent;

/** Resolves {@code did:web} by fetching its document; while the host is away, its last good copy of at most seven days serves. */
@ApplicationScoped
public class DidWebResolver implements DidResolver {
    private static final String ACCEPT = "application/did+json, application/did+ld+json, application/json";

    private static final int MOST_ADDRESSES = 1000;

    private final Fetcher fetcher;
    private final PlainOrigins plain;
    private final Derived<DidDocument> documents = new Derived<>(document -> 2048);
    private final Recent<Did, URI> addresses = new Recent<>(MOST_ADDRESSES);

    /** With the way out, and the origins that are read over http. */
    public DidWebResolver(Fetcher fetcher, PlainOrigins plain) {
        this.fetcher = fetcher;
        this.plain = plain;
    }

    @Override
    public String method() {
        return "web";
    }

    @Override
    public Uni<DidDocument> resolve(Did did) {
        URI address;
        try {
            address = address(did);
        } catch (IllegalArgumentException e) {
            return failure(Reason.INVALID, did + ": " + e.getMessage());
        }
        return fetcher.getOrLastGood(address, ACCEPT, DidDocument.LAST_GOOD)
                .onFailure(FetchException.class)
                .transform(e -> unresolved(did, (FetchException) e))
                .chain(fetched -> read(did, address, fetched));
    }

    @Override
    public void ahead(Did did, Context context) {
        fetcher.ahead(address(did), ACCEPT, context);
    }

    /** Where the DID's document is; throws IllegalArgumentException when the DID has none. */
    public URI address(Did did) {
        URI known = addresses.get(did);
        if (known != null) {
            return known;
        }
        URI address = DidWebAddress.of(did, plain);
        addresses.put(did, address);
        return address;
    }

    private Uni<DidDocument> read(Did did, URI address, Fetched fetched) {
        if (!address.getAuthority().equals(fetched.uri().getAuthority())) {
            return failure(Reason.INVALID, "the document of " + did + " is redirected to another host");
        }
        try {
            DidDocument document = parsed(did, fetched).obtained(fetched.fetchedAt());
            return Uni.createFrom().item(fetched.hostAway() ? document.asLastGood() : document);
        } catch (MalformedJsonException e) {
            return failure(Reason.INVALID, "the document of " + did + ": " + e.getMessage());
        } catch (DidResolutionException e) {
            return Uni.createFrom().failure(e);
        }
    }

    private DidDocument parsed(Did did, Fetched fetched) throws MalformedJsonException, DidResolutionException {
        Optional<DidDocument> before = documents.of(did.value(), fetched.body());
        if (before.isPresent()) {
            return before.get();
        }
        DidDocument read = DidDocumentReader.read(StrictJson.parse(fetched.body()), did.value(), fetched.fetchedAt());
        documents.keep(did.value(), fetched.body(), read);
        return read;
    }

    private static DidResolutionException unresolved(Did did, FetchException e) {
        Reason reason =
                switch (e.reason()) {
                    case UNREACHABLE -> Reason.OUT_OF_REACH;
                    case BAD_STATUS -> e.isTemporary() ? Reason.OUT_OF_REACH : Reason.NOT_FOUND;
                    case REFUSED -> Reason.NOT_ASKED;
                    case TOO_LARGE -> Reason.INVALID;
                };
        return new DidResolutionException(reason, did + " does not resolve: " + e.getMessage());
    }

    private static Uni<DidDocument> failure(Reason reason, String detail) {
        return Uni.createFrom().failure(new DidResolutionException(reason, detail));
    }
}
