package org.laurel.issuing.award;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.store.PublicId;

/** Revokes an award by its id, for those who revoke many. */
@ApplicationScoped
public class RevokeAward {
    private static final int ATTEMPTS = 3;

    private final Awards awards;
    private final MoveAward move;

    RevokeAward(Awards awards, MoveAward move) {
        this.awards = awards;
        this.move = move;
    }

    /** Revokes one that is in force; what is revoked or erased stays so. */
    public Uni<Void> revoke(PublicId id, String reason, String by) {
        return awards.find(id)
                .map(Optional::orElseThrow)
                .chain(award -> award.state() == AwardState.ERASED
                        ? Uni.createFrom().voidItem()
                        : move.revoke(award, reason, by).replaceWithVoid())
                .onFailure(failure -> failure instanceof ProblemException known && known.type() == ProblemType.STALE)
                .retry()
                .atMost(ATTEMPTS);
    }
}
