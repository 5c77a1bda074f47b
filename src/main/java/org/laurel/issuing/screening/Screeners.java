package org.laurel.issuing.screening;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.laurel.access.people.Account;
import org.laurel.access.people.Accounts;
import org.laurel.issuing.issuer.Affiliation;
import org.laurel.issuing.programme.ProgrammeEditions;
import org.laurel.issuing.programme.ScreeningRubric;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;

/**
 * Lets two screeners score an application, each without seeing the other's scores, and a third where they differ by more
 * than the rubric allows. Who is affiliated with the applicant, or says so, does neither.
 */
@ApplicationScoped
class Screeners {
    private final Scores scores;
    private final Accounts accounts;
    private final ProgrammeEditions editions;

    Screeners(Scores scores, Accounts accounts, ProgrammeEditions editions) {
        this.scores = scores;
        this.accounts = accounts;
        this.editions = editions;
    }

    /** The rubric by which an application is scored. */
    Uni<ScreeningRubric> rubric(Application application) {
        Integer edition = application.rubricEdition();
        return edition == null
                ? editions.screeningRubric().map(ProgrammeEditions.Edition::content)
                : editions.screeningRubric(edition)
                        .map(found -> found.orElseThrow().content());
    }

    /** Keeps what a screener thinks. */
    Uni<Application.Score> score(Application application, long account, List<Application.CriterionScore> given) {
        if (!application.state().isWithScreeners()) {
            throw application.not("score it");
        }
        return rubric(application).invoke(rubric -> requireWhole(rubric, given)).chain(rubric -> free(
                        application, account)
                .chain(screener -> scores.add(
                        application,
                        new Scores.NewScore(account, screener.id(), given),
                        there -> requireWanted(there, account, rubric))));
    }

    /** Keeps why somebody may not score. */
    Uni<Application.Conflict> declare(Application application, long account, String reason) {
        if (!application.state().isWithScreeners()) {
            throw application.not("declare a conflict");
        }
        return accounts.find(account)
                .map(Optional::orElseThrow)
                .chain(screener -> scores.declare(application, account, screener.id(), reason));
    }

    /** The screener, when nothing keeps them from this application; a 409 problem says what does. */
    Uni<Account> free(Application application, long account) {
        return accounts.find(account).map(Optional::orElseThrow).chain(screener -> scores.conflicts(application)
                .map(conflicts -> {
                    if (conflicts.stream().anyMatch(one -> one.account() == account)) {
                        throw conflict("You declared a conflict of interest on this application.");
                    }
                    affiliation(application, screener).ifPresent(why -> {
                        throw conflict(why);
                    });
                    return screener;
                }));
    }

    private static Optional<String> affiliation(Application application, Account screener) {
        if (application.account() == screener.number()) {
            return Optional.of("It is your own application.");
        }
        ApplicationContent content = application.content();
        Affiliation theirs = new Affiliation(application.organisations().renews());
        if (content.contact() != null && content.contact().email() != null) {
            theirs.address(content.contact().email().text());
        }
        if (content.organisation() != null) {
            theirs.page(content.organisation().url());
        }
        return theirs.of(screener);
    }

    /** What can be decided by the scores that are there. */
    static Standing standing(List<Application.Score> there, ScreeningRubric rubric) {
        if (there.size() < 2) {
            return new Standing(Standing.Kind.WAITS, 0);
        }
        if (there.size() > 2) {
            return new Standing(Standing.Kind.THIRD, there.get(2).total());
        }
        int difference = Math.abs(there.get(0).total() - there.get(1).total());
        return difference > rubric.mostDifference()
                ? new Standing(Standing.Kind.DIFFERS, 0)
                : new Standing(
                        Standing.Kind.AGREED,
                        (there.get(0).total() + there.get(1).total()) / 2);
    }

    /** Where the scores stand, and the sum that counts once they allow a decision. */
    record Standing(Kind kind, int total) {
        /** Where they stand. */
        enum Kind {
            /** Two screeners have to score first. */
            WAITS("two screeners score it; the applicant may withdraw it"),
            /** The two differ too much: a third decides. */
            DIFFERS("the two screeners differ: a third scores it and decides; the applicant may withdraw it"),
            /** The two are near enough. */
            AGREED("a screener decides; the applicant may withdraw it"),
            /** The third has scored. */
            THIRD("the third screener decides; the applicant may withdraw it");

            private final String allowed;

            Kind(String allowed) {
                this.allowed = allowed;
            }

            /** What can be done now, for people. */
            String allowed() {
                return allowed;
            }
        }
    }

    private static void requireWanted(List<Application.Score> there, long account, ScreeningRubric rubric) {
        if (there.stream().anyMatch(one -> one.account() == account)) {
            throw conflict("You have scored it in this round already; scores stay as they were given.");
        }
        Standing.Kind kind = standing(there, rubric).kind();
        if (kind == Standing.Kind.AGREED || kind == Standing.Kind.THIRD) {
            throw conflict("It has all the scores that it needs: decide on it.");
        }
    }

    private static void requireWhole(ScreeningRubric rubric, List<Application.CriterionScore> given) {
        List<Violation> faults = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            Application.CriterionScore one = given.get(i);
            Optional<ScreeningRubric.Criterion> criterion = rubric.criteria().stream()
                    .filter(some -> some.id().equals(one.criterion()))
                    .findFirst();
            String place = "/scores/" + i;
            if (criterion.isEmpty()) {
                faults.add(new Violation(
                        place + "/criterion", "unknown", "The rubric has no criterion \"" + one.criterion() + "\"."));
            } else if (!named.add(one.criterion())) {
                faults.add(new Violation(place + "/criterion", "double", "It is scored twice."));
            } else if (one.score() < 0 || one.score() > criterion.get().highest()) {
                faults.add(new Violation(
                        place + "/score",
                        "invalid",
                        "score: expected 0 to " + criterion.get().highest() + ", got " + one.score() + "."));
            }
        }
        rubric.criteria().stream()
                .filter(one -> !named.contains(one.id()))
                .forEach(one -> faults.add(new Violation(
                        "/scores", "required", "The criterion " + one.id() + " (" + one.name() + ") is not scored.")));
        if (!faults.isEmpty()) {
            throw ProblemException.of(ProblemType.INVALID, faults);
        }
    }

    static ProblemException conflict(String detail) {
        return ProblemException.of(ProblemType.CONFLICT, detail);
    }
}
