package org.laurel.issuing.endorsement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.issuer.Issuers;
import org.laurel.shared.origin.BaseUrl;

/** Organisations here can be endorsed: by their DIDs, which the addresses of their pages stand for, too. */
@ApplicationScoped
class IssuerSubjects implements SubjectCheck {
    private final Issuers issuers;
    private final BaseUrl base;
    private final Clock clock;

    IssuerSubjects(Issuers issuers, BaseUrl base, Clock clock) {
        this.issuers = issuers;
        this.base = base;
        this.clock = clock;
    }

    @Override
    public Uni<Optional<Subject>> find(String iri) {
        for (String start : new String[] {base.issuerDid(""), base.issuer("")}) {
            if (iri.startsWith(start)) {
                String slug = iri.substring(start.length());
                return issuers.find(slug)
                        .map(found -> Optional.of(
                                found.filter(one -> one.slug().value().equals(slug))
                                        .map(this::subject)
                                        .orElseThrow(SubjectCheck::unknown)));
            }
        }
        return Uni.createFrom().item(Optional.empty());
    }

    private Subject subject(Issuer issuer) {
        return new Subject(issuer.did(), issuer.number(), issuer.screening().counts(clock.instant()));
    }
}
