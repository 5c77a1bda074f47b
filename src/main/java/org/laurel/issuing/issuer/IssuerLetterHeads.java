package org.laurel.issuing.issuer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.laurel.shared.letter.LetterHeads;

/** Letters are sent in the name of the organisation, and answers go to the address in its profile. */
@ApplicationScoped
class IssuerLetterHeads implements LetterHeads {
    private final Issuers issuers;

    IssuerLetterHeads(Issuers issuers) {
        this.issuers = issuers;
    }

    @Override
    public Uni<Optional<Head>> of(int issuerNo) {
        return (issuerNo == 0 ? issuers.programme() : issuers.find(issuerNo))
                .map(found -> found.map(issuer -> new Head(
                        issuer.name(), Optional.ofNullable(issuer.profile().email()))));
    }
}
