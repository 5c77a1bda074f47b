package org.laurel.securing.did;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.laurel.securing.crypto.UnsupportedKeyException;
import org.laurel.securing.crypto.VerificationKey;
import org.laurel.securing.did.DidResolutionException.Reason;

/** Resolves {@code did:key}: the DID is the key, so nothing is fetched and nothing can be revoked. */
@ApplicationScoped
public class DidKeyResolver implements DidResolver {
    private final Clock clock;

    /** With the clock that dates the documents. */
    public DidKeyResolver(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String method() {
        return "key";
    }

    @Override
    public Uni<DidDocument> resolve(Did did) {
        try {
            return Uni.createFrom().item(document(did));
        } catch (UnsupportedKeyException e) {
            return failure(Reason.NOT_SUPPORTED, did + ": " + e.getMessage());
        } catch (IllegalArgumentException e) {
            return failure(Reason.INVALID, did + ": " + e.getMessage());
        }
    }

    private DidDocument document(Did did) {
        String multikey = did.methodSpecificId();
        String id = did + "#" + multikey;
        VerificationMethod method =
                new VerificationMethod(id, did.value(), "Multikey", VerificationKey.ofMultikey(multikey), null, null);
        return new DidDocument(did.value(), List.of(method), Set.of(id), Set.of(id), clock.instant());
    }

    private static Uni<DidDocument> failure(Reason reason, String detail) {
        return Uni.createFrom().failure(new DidResolutionException(reason, detail));
    }
}
