package org.laurel.issuing.award;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.laurel.issuing.award.PlannedRevocations.Due;
import org.laurel.issuing.award.PlannedRevocations.Plan;
import org.laurel.issuing.award.PlannedRevocations.Stands;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;
import org.laurel.shared.store.PublicId;
import org.laurel.shared.work.OneByOne;

/**
 * Revokes one or many, at once or after a time for second thoughts. Many are written down together before the first is
 * revoked, so that whoever is stopped in the middle has them revoked all the same.
 */
@ApplicationScoped
class RevokeAwards {
    /** So many in one transaction's reach that others get their turn. */
    private static final int AT_ONCE = 50;

    private final Awards awards;
    private final MoveAward move;
    private final PlannedRevocations planned;
    private final Clock clock;

    RevokeAwards(Awards awards, MoveAward move, PlannedRevocations planned, Clock clock) {
        this.awards = awards;
        this.move = move;
        this.planned = planned;
        this.clock = clock;
    }

    /**
     * How awards are to be revoked.
     *
     * @param reason why
     * @param undo for how long it can be undone
     * @param by who asks for it
     */
    record Order(String reason, Duration undo, String by) {}

    /** Revokes one; what is revoked, or to be revoked, stays so. */
    Uni<Award> one(Award award, Order order) {
        if (order.undo().isZero()) {
            return move.revoke(award, order.reason(), order.by());
        }
        if (award.state() == AwardState.ERASED) {
            throw ProblemException.of(ProblemType.GONE, "The award has been erased.");
        }
        return planned.plan(award.issuerNo(), List.of(award.id()), plan(order)).chain(() -> again(award));
    }

    private Plan plan(Order order) {
        return new Plan(clock.instant().plus(order.undo()), order.reason(), order.by());
    }

    /** Thinks again about one; a 409 problem when it is not to be revoked. */
    Uni<Award> undo(Award award, String by) {
        Award.Planned plan = award.planned();
        if (plan == null) {
            throw ProblemException.notNow(
                    "The award",
                    award.state(),
                    "undo its revocation",
                    "what that state allows: revoke, renew, correct");
        }
        return undo(award.issuerNo(), plan.id(), by).chain(() -> again(award));
    }

    /** Thinks again about all that were asked for together; how many were not revoked yet. */
    Uni<Integer> undo(int issuerNo, String revocationId, String by) {
        return planned.undo(issuerNo, revocationId, by).invoke(undone -> {
            if (undone == 0) {
                throw ProblemException.of(
                        ProblemType.CONFLICT, "There is nothing to undo: it was carried out, or undone already.");
            }
        });
    }

    private Uni<Award> again(Award award) {
        return awards.find(PublicId.parse(award.id()).orElseThrow()).map(Optional::orElseThrow);
    }

    /**
     * What came of revoking many.
     *
     * @param id by which it can be undone
     * @param stand the awards, in the order in which they were named
     */
    record Many(String id, List<Stands> stand) {}

    /** Revokes many; a 422 problem names each that there is not, and then none is revoked. */
    Uni<Many> many(int issuerNo, List<String> ids, Order order) {
        return planned.stand(issuerNo, ids)
                .invoke(stand -> requireAll(ids, stand))
                .chain(() -> planned.plan(issuerNo, ids, plan(order)))
                .chain(id -> (order.undo().isZero()
                                ? carryOut(Optional.of(id))
                                : Uni.createFrom().item(0))
                        .chain(() -> planned.stand(issuerNo, ids))
                        .map(stand -> new Many(id, inOrder(ids, stand))));
    }

    private static void requireAll(List<String> ids, List<Stands> stand) {
        Set<String> known = stand.stream().map(Stands::awardId).collect(Collectors.toSet());
        List<Violation> faults = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            if (!known.contains(ids.get(i))) {
                faults.add(new Violation("/awards/" + i, "unknown", "The issuer has no such award."));
            }
        }
        if (!faults.isEmpty()) {
            throw ProblemException.of(ProblemType.INVALID, faults);
        }
    }

    private static List<Stands> inOrder(List<String> ids, List<Stands> stand) {
        Map<String, Stands> byId = new HashMap<>();
        stand.forEach(one -> byId.put(one.awardId(), one));
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
                .toList();
    }

    /** Revokes those whose time has come, a few after the other; how many there were. */
    Uni<Integer> carryOut(Optional<String> revocationId) {
        return planned.due(revocationId, AT_ONCE).chain(due -> OneByOne.each(due, this::carryOut)
                .chain(() -> due.size() < AT_ONCE
                        ? Uni.createFrom().item(due.size())
                        : carryOut(revocationId).map(more -> more + due.size())));
    }

    /** One that was undone or changed in the meantime is passed over; where it is still to be revoked, its turn comes again. */
    private Uni<Void> carryOut(Due due) {
        return awards.find(PublicId.parse(due.awardId()).orElseThrow())
                .map(Optional::orElseThrow)
                .chain(award -> award.planned() == null
                        ? Uni.createFrom().voidItem()
                        : awards.move(
                                        award,
                                        new Awards.AwardMove(AwardState.REVOKED, due.reason(), due.by()),
                                        planned.taking())
                                .replaceWithVoid())
                .onFailure(ProblemException.class)
                .recoverWithNull();
    }
}
