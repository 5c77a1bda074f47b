package org.laurel.issuing.award;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;

/** Revokes, suspends and reinstates. Moving to the state it is in changes nothing, so that retries are safe. */
@ApplicationScoped
class MoveAward {
    private final Awards awards;

    MoveAward(Awards awards) {
        this.awards = awards;
    }

    /** Revokes for ever. */
    Uni<Award> revoke(Award award, String reason, String by) {
        return move(award, AwardState.REVOKED, reason, by);
    }

    /** Suspends for a while; 409 when the badge has no suspension entry. */
    Uni<Award> suspend(Award award, String reason, String by) {
        return move(award, AwardState.SUSPENDED, reason, by);
    }

    /** Ends a suspension. */
    Uni<Award> reinstate(Award award, String by) {
        return move(award, AwardState.ISSUED, "", by);
    }

    private Uni<Award> move(Award award, AwardState to, String reason, String by) {
        if (award.state() == to) {
            return Uni.createFrom().item(award);
        }
        if (award.state() == AwardState.ERASED) {
            throw ProblemException.of(ProblemType.GONE, "The award has been erased.");
        }
        if (award.state() == AwardState.REVOKED) {
            throw ProblemException.of(ProblemType.CONFLICT, "The award is revoked, and revocation is final.");
        }
        if (to != AwardState.REVOKED && award.suspension().isEmpty()) {
            throw ProblemException.of(
                    ProblemType.CONFLICT,
                    "This badge was signed without a suspension entry. Turn on settings.suspension of the issuer: badges"
                            + " awarded from then on can be suspended.");
        }
        return awards.move(award, new Awards.AwardMove(to, reason, by));
    }
}
