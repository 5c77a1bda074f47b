package org.laurel.issuing.award;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;

/**
 * How an award stands, for those who would put another in its place.
 *
 * @param state whether it is in force
 * @param replaced how another took its place already, or null
 * @param leaving whether it is about to be revoked
 */
record Standing(AwardState state, Succession.@Nullable Kind replaced, boolean leaving) {

    /** As it was read. */
    static Standing of(Award award) {
        return new Standing(
                award.state(),
                Optional.ofNullable(award.succession().replacedBy())
                        .map(Succession.Link::kind)
                        .orElse(null),
                award.planned() != null);
    }

    /** Refuses with a 409 problem that names the state and what is allowed in it, with a 410 problem when it was erased. */
    void requireOpen(Succession.Kind kind) {
        if (state == AwardState.ERASED) {
            throw ProblemException.of(ProblemType.GONE, "The award has been erased.");
        }
        if (replaced != null) {
            throw notNow(replaced.done(), kind, "work with the award that took its place, which replacedBy names");
        }
        if (state == AwardState.REVOKED) {
            throw notNow(state.toString(), kind, "award anew");
        }
        if (state == AwardState.SUSPENDED) {
            throw notNow(state.toString(), kind, "reinstate, revoke");
        }
        if (leaving) {
            throw notNow("about to be revoked", kind, "undo that, revoke at once");
        }
    }

    private static ProblemException notNow(String state, Succession.Kind kind, String allowed) {
        return ProblemException.notNow("The award", state, kind.verb() + " it", allowed);
    }
}
