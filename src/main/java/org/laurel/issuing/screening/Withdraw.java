package org.laurel.issuing.screening;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.laurel.issuing.endorsement.Endorsement;
import org.laurel.issuing.endorsement.Endorsements;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.issuer.Issuers;
import org.laurel.issuing.issuer.OrganisationKind;
import org.laurel.issuing.issuer.Screening;
import org.laurel.issuing.issuer.UnderWay;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.store.Alongside;
import org.laurel.shared.work.OneByOne;

/**
 * Withdraws an organisation's right to issue, and gives it back. With it the programme's word for it is taken back and what
 * is under way is closed; badges that were awarded stay what they are.
 */
@ApplicationScoped
class Withdraw {
    private final Issuers issuers;
    private final Endorsements endorsements;
    private final ProgrammeWord word;
    private final List<UnderWay> underWay;

    Withdraw(Issuers issuers, Endorsements endorsements, ProgrammeWord word, @All List<UnderWay> underWay) {
        this.issuers = issuers;
        this.endorsements = endorsements;
        this.word = word;
        this.underWay = List.copyOf(underWay);
    }

    /** Withdraws; a 409 problem when it is withdrawn already. */
    Uni<Issuer> withdraw(Issuer read, String reason, String by) {
        requireIssuer(read);
        if (read.screening().isWithdrawn()) {
            throw Screeners.conflict("Its right to issue was withdrawn on "
                    + read.screening().at() + " already; what is allowed now: give it back with reinstate.");
        }
        Screening withdrawn = read.screening().withdrawn(by, word.now(), reason);
        return issuers.screen(read, withdrawn, by, (session, issuer) -> endorsements
                .revokeAll(session, new Endorsements.Withdrawn(issuer.did(), Endorsement.Purpose.SCREENING, reason, by))
                .chain(() -> OneByOne.each(underWay, one -> one.close(session, issuer, reason, by))));
    }

    /**
     * Gives the right back for the rest of its term, with a fresh word of the programme. One without a term is waived again; one
     * whose term is over comes back without the programme's word, and may apply to renew it.
     */
    Uni<Issuer> reinstate(Issuer read, String by) {
        requireIssuer(read);
        if (!read.screening().isWithdrawn()) {
            throw ProblemException.of(
                    ProblemType.CONFLICT,
                    "Its screening is " + read.screening().state() + ", so there is nothing to give back.");
        }
        Instant until = read.screening().until();
        if (until == null) {
            Screening waived = Screening.waived(by, "Given back after a withdrawal.");
            return issuers.screen(read, waived, by, Alongside.nothing());
        }
        Screening accepted = Screening.accepted(by, word.now(), until, read.profile());
        if (!until.isAfter(word.now())) {
            return issuers.screen(read, accepted, by, Alongside.nothing());
        }
        return word.of(read.profile(), accepted, by)
                .chain(endorsement -> issuers.screen(
                        read, accepted, by, (session, issuer) -> endorsements.add(session, endorsement)));
    }

    private static void requireIssuer(Issuer issuer) {
        if (issuer.kind() != OrganisationKind.ISSUER) {
            throw ProblemException.of(ProblemType.CONFLICT, "It is a " + issuer.kind() + ", which was never screened.");
        }
    }
}
