package org.laurel.demo;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.laurel.access.caller.Caller;
import org.laurel.access.people.Account;
import org.laurel.access.people.EmailAddress;
import org.laurel.access.role.Organisation;
import org.laurel.access.role.Role;
import org.laurel.access.role.Scope;
import org.laurel.issuing.achievement.AchievementDefinition;
import org.laurel.issuing.achievement.AchievementDefinitions;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.issuer.Issuers;
import org.laurel.issuing.submission.HandInEvidence;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.work.OneByOne;

/** Organisations of the ecosystem to which educators hand in evidence, and the assessors who look at it. */
@ApplicationScoped
class EcosystemDesks {
    /** How many organisations have them. */
    static final int COUNT = 4;

    /** Of 3,000 educators, 2,000 submissions and 20 assessors; three of these drift, at two organisations. */
    private static final int EDUCATORS = 3000 / COUNT;

    private static final int SUBMISSIONS = 2000 / COUNT;
    private static final int ASSESSORS = 20 / COUNT;
    private static final List<Set<Integer>> DRIFTING = List.of(Set.of(1), Set.of(), Set.of(0, 3), Set.of());

    private final EcosystemPeople people;
    private final EcosystemAssessing assessing;
    private final HandInEvidence handIn;
    private final Issuers issuers;
    private final AchievementDefinitions definitions;
    private final SeveralAtOnce several;

    EcosystemDesks(
            EcosystemPeople people,
            EcosystemAssessing assessing,
            HandInEvidence handIn,
            Issuers issuers,
            AchievementDefinitions definitions,
            SeveralAtOnce several) {
        this.people = people;
        this.assessing = assessing;
        this.handIn = handIn;
        this.issuers = issuers;
        this.definitions = definitions;
        this.several = several;
    }

    /**
     * How much there is at one organisation.
     *
     * @param first the number of its first educator
     * @param educators how many of them have an account
     * @param submissions how many of these begin a submission
     * @param assessors how many assess
     * @param drifting which of them drift
     */
    record Size(int first, int educators, int submissions, int assessors, Set<Integer> drifting) {
        /** Copies the set. */
        Size {
            drifting = Set.copyOf(drifting);
        }
    }

    /** Fills one of the organisations, unless it was filled to the end. */
    Uni<Void> fill(EcosystemData data, int index) {
        Size size = new Size(index * EDUCATORS, EDUCATORS, SUBMISSIONS, ASSESSORS, DRIFTING.get(index));
        return issuers.find(data.slug(index)).map(Optional::orElseThrow).chain(issuer -> definitions
                .findByCode(issuer.number(), data.code(index))
                .map(Optional::orElseThrow)
                .chain(achievement -> people.isThere(last(issuer))
                        .chain(filled ->
                                filled ? Uni.createFrom().voidItem() : fill(issuer, achievement, data, size))));
    }

    private static EmailAddress last(Issuer issuer) {
        return new EmailAddress("adjudicator@" + issuer.slug().value() + ".example");
    }

    /** Fills one organisation. */
    Uni<Void> fill(Issuer issuer, AchievementDefinition achievement, EcosystemData data, Size size) {
        Organisation where = new Organisation(issuer.number(), issuer.id());
        return OneByOne.all(
                        IntStream.range(0, size.assessors()).boxed().toList(), // in order: who drifts goes by it
                        index -> people.account(
                                data.person(size.first() + index),
                                new EmailAddress("assessor-" + index + "@"
                                        + issuer.slug().value() + ".example"),
                                where,
                                Role.ASSESSOR))
                .chain(assessors -> assessing
                        .planted(achievement, assessors, size.drifting())
                        .chain(() -> several.each(size.educators(), index -> educator(data, size.first() + index)))
                        .chain(educators -> several.each(
                                size.submissions(), index -> begun(achievement, educators.get(index), data, index)))
                        .chain(begun -> assessing
                                .assessed(issuer, assessors)
                                .chain(() -> several.each(
                                        Math.min(begun.size(), size.submissions() / 10),
                                        index -> appealed(begun.get(index))))))
                .chain(() -> people.account("Adjudicator", last(issuer), where, Role.ADJUDICATOR))
                .replaceWithVoid();
    }

    private Uni<Account> educator(EcosystemData data, int number) {
        return people.account(data.person(number), new EmailAddress("educator-" + number + "@schools.example"));
    }

    /** A submission: by whom. */
    private record Begun(String id, Caller educator) {}

    /** Of twenty, three stay drafts, one is taken back, and the others are handed in. */
    private Uni<Begun> begun(AchievementDefinition achievement, Account account, EcosystemData data, int index) {
        Caller educator = new Caller(
                account.id(), OptionalLong.of(account.number()), Scope.ofPeople(), Map.of(), Scope.SUBMISSION_WRITE);
        return handIn.begin(achievement.id(), educator, EcosystemEvidence.content(data, index))
                .call(id -> switch (index % 20) {
                    case 0, 7, 13 -> Uni.createFrom().voidItem();
                    case 17 -> handIn.submit(id, educator).chain(() -> handIn.withdraw(id, educator));
                    default -> handIn.submit(id, educator);
                })
                .map(id -> new Begun(id, educator))
                .onFailure(ProblemException.class)
                .recoverWithItem(new Begun("", educator)); // it was begun before the start was stopped
    }

    /** What came back is appealed; nothing else can be. */
    private Uni<Void> appealed(Begun begun) {
        return handIn.appeal(begun.id(), begun.educator(), "The second example shows what changed for learners.")
                .onFailure(ProblemException.class)
                .recoverWithNull()
                .replaceWithVoid();
    }
}
