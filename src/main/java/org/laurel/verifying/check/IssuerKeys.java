package org.laurel.verifying.check;

import static org.laurel.verifying.report.ProblemKind.ADDRESS_NOT_ASKED;
import static org.laurel.verifying.report.ProblemKind.ISSUER_FAULTY;
import static org.laurel.verifying.report.ProblemKind.ISSUER_NOT_FOUND;
import static org.laurel.verifying.report.ProblemKind.ISSUER_NOT_SUPPORTED;
import static org.laurel.verifying.report.ProblemKind.ISSUER_OUT_OF_REACH;

import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.laurel.securing.did.Did;
import org.laurel.securing.did.DidDocument;
import org.laurel.securing.did.DidResolutionException;
import org.laurel.securing.did.DidResolvers;

/** The keys that an issuer publishes: in its DID document, or at its https origin. */
@Singleton
public final class IssuerKeys {
    private static final Logger LOG = Logger.getLogger(IssuerKeys.class);

    private final DidResolvers resolvers;
    private final OriginKeys origins;

    IssuerKeys(DidResolvers resolvers, OriginKeys origins) {
        this.resolvers = resolvers;
        this.origins = origins;
    }

    /** The keys; fails with {@link KeyException}. */
    public Uni<DidDocument> of(String issuerId) {
        if (issuerId.startsWith("https://") || issuerId.startsWith("http://")) {
            return origins.published(issuerId);
        }
        try {
            return resolvers.resolve(Did.parse(issuerId)).onFailure().transform(IssuerKeys::known);
        } catch (IllegalArgumentException e) {
            return failure(KeyException.open(
                    ISSUER_NOT_SUPPORTED, "keys are looked up for DIDs and https URLs only; the issuer is neither"));
        }
    }

    /** Begins to read keys of our own that will be asked for in the work of this context. */
    void ahead(String issuerId, Context context) {
        try {
            resolvers.ahead(Did.parse(issuerId), context);
        } catch (IllegalArgumentException e) {
            LOG.debugf("nothing to read ahead: %s", e.getMessage()); // the check that asks says it to the caller
        }
    }

    private static Uni<DidDocument> failure(KeyException failure) {
        return Uni.createFrom().failure(failure);
    }

    private static Throwable known(Throwable failure) {
        if (!(failure instanceof DidResolutionException resolution)) {
            return failure;
        }
        String detail = String.valueOf(resolution.getMessage());
        return switch (resolution.reason()) {
            case OUT_OF_REACH -> KeyException.open(ISSUER_OUT_OF_REACH, detail);
            case NOT_ASKED -> KeyException.open(ADDRESS_NOT_ASKED, detail);
            case NOT_SUPPORTED -> KeyException.open(ISSUER_NOT_SUPPORTED, detail);
            case NOT_FOUND -> KeyException.wrong(ISSUER_NOT_FOUND, detail);
            case INVALID -> KeyException.wrong(ISSUER_FAULTY, detail);
        };
    }
}
