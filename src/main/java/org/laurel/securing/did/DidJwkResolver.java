package org.laurel.securing.did;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.laurel.securing.crypto.UnsupportedKeyException;
import org.laurel.securing.did.DidResolutionException.Reason;
import org.laurel.shared.encoding.Base64Url;
import org.laurel.shared.json.MalformedJsonException;
import org.laurel.shared.json.StrictJson;

/**
 * Resolves {@code did:jwk}: the DID is a public JWK in base64url, so nothing is fetched and nothing can be revoked. Its
 * one key is {@code #0}; a JWK that is for encryption signs nothing.
 */
@ApplicationScoped
public class DidJwkResolver implements DidResolver {
    private final Clock clock;

    /** With the clock that dates the documents. */
    public DidJwkResolver(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String method() {
        return "jwk";
    }

    @Override
    public Uni<DidDocument> resolve(Did did) {
        try {
            return Uni.createFrom().item(document(did));
        } catch (UnsupportedKeyException e) {
            return failure(Reason.NOT_SUPPORTED, did, e);
        } catch (IllegalArgumentException | MalformedJsonException e) {
            return failure(Reason.INVALID, did, e);
        }
    }

    private DidDocument document(Did did) throws MalformedJsonException {
        JsonNode read = StrictJson.parse(Base64Url.decode(did.methodSpecificId()));
        if (!(read instanceof ObjectNode jwk)) {
            throw new IllegalArgumentException("expected a JWK, a JSON object");
        }
        boolean encrypts = "enc".equals(jwk.path("use").textValue());
        if (encrypts) {
            jwk.remove("use"); // the key may be published all the same, and is refused nowhere but where it signs
        }
        String id = did + "#0";
        VerificationMethod method = VerificationMethod.ofJwk(id, did.value(), jwk);
        Set<String> signing = encrypts ? Set.of() : Set.of(id);
        return new DidDocument(did.value(), List.of(method), signing, signing, clock.instant());
    }

    /** The DID is a key in another spelling, far too long for a sentence: its beginning must do. */
    private static Uni<DidDocument> failure(Reason reason, Did did, Exception why) {
        String begins = did.value().substring(0, Math.min(32, did.value().length()));
        return Uni.createFrom().failure(new DidResolutionException(reason, begins + "…: " + why.getMessage()));
    }
}
