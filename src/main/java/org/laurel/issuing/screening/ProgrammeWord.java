package org.laurel.issuing.screening;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.laurel.document.credential.Profile;
import org.laurel.issuing.endorsement.Endorse;
import org.laurel.issuing.endorsement.Endorsement;
import org.laurel.issuing.endorsement.NewEndorsement;
import org.laurel.issuing.issuer.Screening;
import org.laurel.issuing.issuer.Slug;
import org.laurel.issuing.programme.Programme;
import org.laurel.shared.origin.BaseUrl;

/** The programme's signed word that an organisation passed screening. */
@ApplicationScoped
class ProgrammeWord {
    private final Programme programme;
    private final BaseUrl base;
    private final Clock clock;

    ProgrammeWord(Programme programme, BaseUrl base, Clock clock) {
        this.programme = programme;
        this.base = base;
        this.clock = clock;
    }

    Uni<NewEndorsement> of(Profile profile, Screening screening, String by) {
        return programme.endorse(
                new Endorse.Wanted(
                        profile.id(),
                        Endorsement.Purpose.SCREENING,
                        "Screened to issue micro-credentials",
                        profile.name()
                                + " passed our screening: its mission, the research its work rests on, whom it serves,"
                                + " and how it assesses.",
                        screening.until()),
                by);
    }

    String did(Slug slug) {
        return base.issuerDid(slug.value());
    }

    /** In whole seconds, as endorsements are dated. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
