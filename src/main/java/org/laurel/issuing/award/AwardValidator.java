package org.laurel.issuing.award;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** What may be awarded; fails with a 422 problem when one may not, and with a 409 when the issuer may award nothing. */
    Uni<List<ValidatedAward>> validate(Issuer issuer, List<AwardRequest> requests) {
        return judge(issuer.issuing(), requests)
                .map(judged -> judged.stream().map(Judged::orThrow).toList());
    }

    /** The same for what was assessed here: neither that it cannot be awarded directly nor that it was retired since hinders it. */
    Uni<List<ValidatedAward>> validateAssessed(Issuer issuer, AwardRequest request) {
        return judge(issuer.issuing(), List.of(request), true)
                .map(judged -> judged.stream().map(Judged::orThrow).toList());
    }

    /** The same for what takes the place of an award that was made already. */
    Uni<ValidatedAward> validateReplacing(Issuer issuer, AwardRequest request, Carried carried) {
        return validateAssessed(issuer, request)
                .map(validated -> validated.get(0))
                .map(valid ->
                        new ValidatedAward(valid.issuer(), valid.achievement(), valid.request(), Optional.of(carried)));
    }

    /** Judges each for itself, in order; a micro-credential that many name is looked up once. */
    Uni<List<Judged>> judge(Issuer issuer, List<AwardRequest> requests) {
        return judge(issuer, requests, false);
    }

    private Uni<List<Judged>> judge(Issuer issuer, List<AwardRequest> requests, boolean assessed) {
        List<String> names =
                requests.stream().map(AwardRequest::achievement).distinct().toList();
        return Multi.createFrom()
                .iterable(names)
                .onItem()
                .transformToUniAndConcatenate(name -> find(issuer.number(), name))
                .collect()
                .asList()
                .map(found -> {
                    Map<String, Optional<AchievementDefinition>> byName = new HashMap<>();
                    for (int i = 0; i < names.size(); i++) {
                        byName.put(names.get(i), found.get(i));
                    }
                    Judge judge = new Judge(issuer, clock.instant(), assessed);
                    return requests.stream()
                            .map(request ->
                                    judge.judge(byName.getOrDefault(request.achievement(), Optional.empty()), request))
                            .toList();
                });
    }

    /** By id, or by human code. */
    private Uni<Optional<AchievementDefinition>> find(int issuerNo, String name) {
        Optional<PublicId> id = PublicId.parse(name);
        if (id.isEmpty()) {
            return achievements.findByCode(issuerNo, name);
        }
        return id.get().issuerNo() == issuerNo
                ? achievements.find(id.get())
                : Uni.createFrom().item(Optional.empty());
    }

    /** For whom, when, and whether on evidence that was assessed. */
    private record Judge(Issuer issuer, Instant now, boolean assessed) {

        Judged judge(Optional<AchievementDefinition> achievement, AwardRequest request) {
            List<Violation> faults = new ArrayList<>();
            issuer.hindrance().ifPresent(why -> faults.add(new Violation("", "may-not-award", why)));
            if (achievement.isEmpty()) {
                faults.add(new Violation(
                        "/achievement",
                        "unknown",
                        "The issuer has no micro-credential \"" + shorten(request.achievement()) + "\"."));
            } else {
                checkAchievement(achievement.get(), assessed, faults);
                checkResults(achievement.get(), request, faults);
            }
            if (request.validFrom() == null
                    && request.validUntil() != null
                    && request.validUntil().isBefore(now)) {
                faults.add(new Violation(
                        "/validUntil", "invalid", "validUntil: expected a time to come, since validFrom is now."));
            }
            return faults.isEmpty()
                    ? new Judged(
                            Optional.of(
                                    new ValidatedAward(issuer, achievement.orElseThrow(), request, Optional.empty())),
                            List.of())
                    : new Judged(Optional.empty(), faults);
        }
    }

    /**
     * What came of judging one.
     *
     * @param award what may be awarded; there exactly when there are no faults
     * @param faults every reason why not
     */
    record Judged(Optional<ValidatedAward> award, List<Violation> faults) {

        ValidatedAward orThrow() {
            return award.orElseThrow(() -> ProblemException.of(ProblemType.INVALID, faults));
        }
    }

    private static void checkAchievement(AchievementDefinition achievement, boolean assessed, List<Violation> faults) {
        if (achievement.state() != AchievementState.PUBLISHED
                && !(assessed && achievement.state().isPublic())) {
            faults.add(new Violation(
                    "/achievement",
                    "not-published",
                    "The micro-credential is " + achievement.state() + "; only a published one can be awarded."));
        }
        if (!achievement.directAward() && !assessed) {
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
