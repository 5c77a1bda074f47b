package org.laurel.issuing.submission;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.laurel.issuing.achievement.AchievementDefinitions;
import org.laurel.issuing.achievement.AchievementTerms;
import org.laurel.issuing.achievement.EarningTerms;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;

/** Appeals against decisions: once, within the days that the micro-credential gives, to somebody who did not score it. */
@ApplicationScoped
class AppealSubmission {
    private final PostgresAppeals appeals;
    private final AchievementDefinitions achievements;
    private final AchievementTerms terms;
    private final Clock clock;

    AppealSubmission(
            PostgresAppeals appeals, AchievementDefinitions achievements, AchievementTerms terms, Clock clock) {
        this.appeals = appeals;
        this.achievements = achievements;
        this.terms = terms;
        this.clock = clock;
    }

    /** Appeals; a 409 problem says why not. */
    Uni<Void> appeal(Submission read, String reason, String by) {
        SubmissionDecision decision = read.decided().decision();
        if (read.state() != SubmissionState.RETURNED || decision == null) {
            throw read.not("appeal");
        }
        return appeals.find(read)
                .chain(before -> before.isPresent()
                        ? Uni.createFrom()
                                .failure(refused("It was appealed before, on "
                                        + before.get().appealedAt() + ", and that is done once."))
                        : achievements
                                .find(read.achievement())
                                .map(Optional::orElseThrow)
                                .chain(terms::of))
                .invoke(termed -> requireInTime(termed.terms(), decision.at()))
                .chain(() -> appeals.appeal(read, reason, by));
    }

    private void requireInTime(EarningTerms asked, Instant decided) {
        if (asked.appeal().isZero()) {
            throw refused("Decisions on this micro-credential are not appealed.");
        }
        Instant until = decided.plus(asked.appeal());
        if (!clock.instant().isBefore(until)) {
            throw refused("The decision could be appealed until " + until + ".");
        }
    }

    private static ProblemException refused(String why) {
        return ProblemException.of(
                ProblemType.CONFLICT,
                "The submission is returned. " + why + " Allowed now: " + SubmissionState.RETURNED.allowed() + ".");
    }

    /** The appeal of a submission; a 404 problem when there is none. */
    Uni<Appeals.Appeal> find(Submission read) {
        return appeals.find(read)
                .map(found -> found.orElseThrow(
                        () -> ProblemException.of(ProblemType.NOT_FOUND, "The submission was not appealed.")));
    }
}
