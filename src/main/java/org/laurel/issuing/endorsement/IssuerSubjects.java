package org.laurel.issuing.endorsement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.laurel.issuing.issuer.Issuers;
import org.laurel.shared.origin.BaseUrl;

/** Organisations here can be endorsed, by their DIDs. */
@ApplicationScoped
class IssuerSubjects implements SubjectCheck {
    private final Issuers issuers;
    private final BaseUrl base;

    IssuerSubjects(Issuers issuers, BaseUrl base) {
        this.issuers = issuers;
        this.base = base;
    }

    @Override
    public Uni<Optional<Boolean>> knows(String iri) {
        String start = base.issuerDid("");
        return iri.startsWith(start)
                ? issuers.find(iri.substring(start.length()))
                        .map(found -> Optional.of(
                                found.filter(one -> one.did().equals(iri)).isPresent()))
                : Uni.createFrom().item(Optional.empty());
    }
}
