package org.laurel.issuing.programme;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.laurel.issuing.endorsement.Endorse;
import org.laurel.issuing.endorsement.NewEndorsement;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.issuer.Issuers;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;

/** The programme as an organisation of its own, with a DID: it says of others that they passed. */
@ApplicationScoped
public class Programme {
    private final Issuers issuers;
    private final Endorse endorse;

    Programme(Issuers issuers, Endorse endorse) {
        this.issuers = issuers;
        this.endorse = endorse;
    }

    /** Itself; a 409 problem until its profile is written. */
    public Uni<Issuer> get() {
        return issuers.programme()
                .map(found -> found.orElseThrow(() -> ProblemException.of(
                        ProblemType.CONFLICT,
                        "The programme has no profile yet, so it cannot speak for anybody: an administrator writes it with"
                                + " PUT /api/v1/programme.")));
    }

    /** Signs its word for a subject, to be stored together with what it speaks for. */
    public Uni<NewEndorsement> endorse(Endorse.Wanted wanted, String by) {
        return get().chain(programme -> endorse.sign(programme, wanted, by));
    }
}
