package org.laurel.demo;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.laurel.access.people.Account;
import org.laurel.issuing.achievement.AchievementDefinition;
import org.laurel.issuing.assessment.Assessment;
import org.laurel.issuing.assessment.AssessmentState;
import org.laurel.issuing.assessment.Assessments;
import org.laurel.issuing.assessment.Assessments.Assessor;
import org.laurel.issuing.assessment.ScoreEvidence;
import org.laurel.issuing.award.AwardAssessed;
import org.laurel.issuing.calibration.CalibrationItem;
import org.laurel.issuing.calibration.CalibrationItems;
import org.laurel.issuing.calibration.Planting;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.submission.SubmissionDecision.CriterionScore;
import org.laurel.issuing.submission.SubmissionDecision.Outcome;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.store.Alongside;
import org.laurel.shared.store.PageRequest;
import org.laurel.shared.work.OneByOne;

/** Assesses what was handed in to organisations of the ecosystem, so that it is in every state, and what was planted. */
@ApplicationScoped
class EcosystemAssessing {
    private static final int PLANTED = 12;
    private static final int TRIES = 3;
    private static final Duration TAKEN = Duration.ofHours(48);
    private static final String FEEDBACK = "Show in the second example what changed for learners, and how you know.";

    private final Assessments assessments;
    private final ScoreEvidence scoreEvidence;
    private final AwardAssessed awardAssessed;
    private final Calibrating calibrating;
    private final SeveralAtOnce several;
    private final Clock clock;

    EcosystemAssessing(
            Assessments assessments,
            ScoreEvidence scoreEvidence,
            AwardAssessed awardAssessed,
            Calibrating calibrating,
            SeveralAtOnce several,
            Clock clock) {
        this.assessments = assessments;
        this.scoreEvidence = scoreEvidence;
        this.awardAssessed = awardAssessed;
        this.calibrating = calibrating;
        this.several = several;
        this.clock = clock;
    }

    /** The planted items. */
    @ApplicationScoped
    static class Calibrating {
        private final CalibrationItems items;
        private final Planting planting;
        private final EcosystemData data = EcosystemData.read();

        Calibrating(CalibrationItems items, Planting planting) {
            this.items = items;
            this.planting = planting;
        }

        Uni<CalibrationItem> item(AchievementDefinition achievement, int index) {
            return items.add(
                    achievement,
                    new CalibrationItems.Fresh(
                            CalibrationItem.Kind.PLANTED,
                            EcosystemEvidence.content(data, 100_000 + index),
                            EcosystemEvidence.truth(index),
                            OptionalLong.empty(),
                            EcosystemPeople.BY),
                    Alongside.nothing());
        }

        Uni<Void> plant(CalibrationItem item, AchievementDefinition achievement) {
            return planting.plant(item, achievement, EcosystemPeople.BY);
        }
    }

    /** Has every assessor score every planted item. */
    Uni<Void> planted(AchievementDefinition achievement, List<Account> assessors, Set<Integer> drifting) {
        return OneByOne.each(IntStream.range(0, PLANTED).boxed().toList(), index -> calibrating
                .item(achievement, index)
                .chain(item -> OneByOne.each(assessors, ignored -> copy(item, achievement, assessors, drifting))));
    }

    /** Plants one more copy and has it scored by whoever has not scored the item; does nothing when nobody is left. */
    private Uni<Void> copy(
            CalibrationItem item, AchievementDefinition achievement, List<Account> assessors, Set<Integer> drifting) {
        return calibrating
                .plant(item, achievement)
                .onFailure(ProblemException.class)
                .retry()
                .atMost(TRIES) // two seats are drawn by chance, where one assessor is left
                .chain(() -> OneByOne.each(
                        IntStream.range(0, assessors.size()).boxed().toList(),
                        place -> scored(
                                assessors.get(place),
                                item.issuerNo(),
                                drifting.contains(place) ? EcosystemEvidence.drifted(item.truth()) : item.truth())))
                .onFailure(ProblemException.class)
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Uni<Void> scored(Account account, int issuerNo, List<CriterionScore> levels) {
        Assessor assessor = new Assessor(account.number(), account.id());
        return assessments
                .queue(
                        new Assessments.Wanted(
                                account.number(), Set.of(issuerNo), Optional.of(AssessmentState.WAITING), false, false),
                        new PageRequest(1, Long.MAX_VALUE))
                .chain(page -> page.items().isEmpty()
                        ? Uni.createFrom().voidItem()
                        : score(page.items().get(0), assessor, levels)
                                .chain(done -> done.state() == AssessmentState.SCORED
                                        ? decide(done, assessor)
                                        : Uni.createFrom().voidItem())
                                .onFailure(ProblemException.class)
                                .recoverWithNull());
    }

    private Uni<Assessment> score(Assessment read, Assessor assessor, List<CriterionScore> levels) {
        return assessments
                .claim(read, assessor, false, clock.instant().plus(TAKEN))
                .chain(taken -> scoreEvidence.score(taken, assessor, levels, false));
    }

    private Uni<Void> decide(Assessment read, Assessor assessor) {
        return scoreEvidence
                .settle(read)
                .chain(settled -> awardAssessed.decide(
                        read, settled.lacks().isEmpty() ? Outcome.AWARD : Outcome.RETURN, FEEDBACK, assessor))
                .replaceWithVoid();
    }

    /** Has what waits at an organisation assessed, so that some of it is in every state. */
    Uni<Void> assessed(Issuer issuer, List<Account> assessors) {
        return waiting(issuer, assessors.get(0).number(), Long.MAX_VALUE, new ArrayList<>())
                .chain(all -> several.each(all.size(), index -> one(all.get(index), assessors, index)))
                .replaceWithVoid();
    }

    private Uni<List<Assessment>> waiting(Issuer issuer, long account, long before, List<Assessment> all) {
        return assessments
                .queue(
                        new Assessments.Wanted(
                                account, Set.of(issuer.number()), Optional.of(AssessmentState.WAITING), false, false),
                        new PageRequest(PageRequest.MAX_LIMIT, before))
                .chain(page -> {
                    all.addAll(page.items());
                    return page.next().isEmpty()
                            ? Uni.createFrom().item(all)
                            : waiting(issuer, account, page.next().getAsLong(), all);
                });
    }

    /** Of sixteen, four wait (one of them taken), one is scored, on one two differ, four come back, six are awarded. */
    private Uni<Void> one(Assessment read, List<Account> assessors, int index) {
        int kind = index % 16;
        Assessor first = assessor(assessors, index);
        Assessor second = assessor(assessors, index + 1);
        if (kind < 3) {
            return Uni.createFrom().voidItem();
        }
        if (kind == 3) {
            return assessments
                    .claim(read, first, false, clock.instant().plus(TAKEN))
                    .replaceWithVoid();
        }
        List<CriterionScore> levels =
                kind < 10 ? EcosystemEvidence.lacking(index) : EcosystemEvidence.passing(index / 16);
        List<CriterionScore> other = kind == 5 ? EcosystemEvidence.passing(index) : levels;
        Uni<Assessment> scored = score(read, first, levels)
                .chain(one -> one.state() == AssessmentState.WAITING
                        ? score(one, second, other)
                        : Uni.createFrom().item(one));
        return kind < 6 ? scored.replaceWithVoid() : scored.chain(done -> decide(done, first));
    }

    private static Assessor assessor(List<Account> assessors, int index) {
        Account account = Objects.requireNonNull(assessors.get(index % assessors.size()));
        return new Assessor(account.number(), account.id());
    }
}
