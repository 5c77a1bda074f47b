package org.laurel.issuing.award;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.laurel.document.credential.AchievementSubject;
import org.laurel.document.credential.Result;
import org.laurel.issuing.achievement.AchievementDefinition;
import org.laurel.issuing.achievement.AchievementDefinitions;
import org.laurel.issuing.achievement.AchievementState;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;
import org.laurel.shared.store.PublicId;

/** Decides whether a request may be carried out, and names every reason why not. */
@ApplicationScoped
class AwardValidator {
    private final AchievementDefinitions achievements;

    private final Clock clock;

    AwardValidator(AchievementDefinitions achievements, Clock clock) {
        this.achievements = achievements;
        this.clock = clock;
    }

    Uni<ValidatedAward> validate(Issuer issuer, AwardRequest request) {
        Optional<PublicId> id =
                PublicId.parse(request.achievement()).filter(parsed -> parsed.issuerNo() == issuer.number());
        Uni<Optional<AchievementDefinition>> found =
                id.isEmpty() ? Uni.createFrom().item(Optional.empty()) : achievements.find(id.get());
        return found.map(achievement -> validate(issuer, achievement, request, clock.instant()));
    }

    private static ValidatedAward validate(
            Issuer issuer, Optional<AchievementDefinition> achievement, AwardRequest request, Instant now) {
        List<Violation> faults = new ArrayList<>();
        if (achievement.isEmpty()) {
            faults.add(new Violation(
                    "/achievement",
                    "unknown",
                    "The issuer has no micro-credential \"" + shorten(request.achievement()) + "\"."));
        } else {
            checkAchievement(achievement.get(), faults);
            checkResults(achievement.get(), request, faults);
        }
        if (request.validFrom() == null
                && request.validUntil() != null
                && request.validUntil().isBefore(now)) {
            faults.add(new Violation(
                    "/validUntil", "invalid", "validUntil: expected a time to come, since validFrom is now."));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.of(ProblemType.INVALID, faults);
        }
        return new ValidatedAward(issuer, achievement.orElseThrow(), request);
    }

    private static void checkAchievement(AchievementDefinition achievement, List<Violation> faults) {
        if (achievement.state() != AchievementState.PUBLISHED) {
            faults.add(new Violation(
                    "/achievement",
                    "not-published",
                    "The micro-credential is " + achievement.state() + "; only a published one can be awarded."));
        }
        if (!achievement.directAward()) {
            faults.add(new Violation(
                    "/achievement",
                    "no-direct-award",
                    "The micro-credential asks for evidence handed in here; it has no directAward."));
        }
    }

    private static void checkResults(AchievementDefinition achievement, AwardRequest request, List<Violation> faults) {
        for (int i = 0; i < request.results().size(); i++) {
            Result result = request.results().get(i);
            try {
                new AchievementSubject(
                        "urn:laurel:checked",
                        achievement.achievement(),
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(result),
                        null,
                        null,
                        null);
            } catch (IllegalArgumentException e) {
                faults.add(new Violation("/results/" + i, "invalid", e.getMessage() + "."));
            }
        }
    }

    private static String shorten(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
