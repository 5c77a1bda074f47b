package org.laurel.issuing.achievement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.laurel.document.credential.Achievement;
import org.laurel.document.credential.Related;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.store.Alongside;
import org.laurel.shared.store.PublicId;

/** Drafts a micro-credential, or the next version of one. */
@ApplicationScoped
public class DraftAchievement {
    private final AchievementDefinitions definitions;
    private final BaseUrl base;
    private final SecureRandom random;

    DraftAchievement(AchievementDefinitions definitions, BaseUrl base, SecureRandom random) {
        this.definitions = definitions;
        this.base = base;
        this.random = random;
    }

    /** Stores a fresh draft. */
    public Uni<AchievementDefinition> draft(
            Issuer issuer, AchievementRequest request, String by, Alongside<AchievementDefinition> alongside) {
        PublicId id = PublicId.fresh(issuer.number(), random);
        Achievement achievement = request.achievement(base.achievement(id.toString()));
        return definitions.create(
                new AchievementDefinitions.Draft(id, achievement, request.allowsDirectAward(), null, by), alongside);
    }

    /** Stores a draft that follows a version: a new id, linked by {@code related} (OB 3.0 Related). */
    public Uni<AchievementDefinition> follow(
            AchievementDefinition previous,
            AchievementRequest request,
            String by,
            Alongside<AchievementDefinition> alongside) {
        PublicId id = PublicId.fresh(previous.issuerNo(), random);
        Achievement achievement =
                linked(request.achievement(base.achievement(id.toString())), link(previous.achievement()));
        return definitions.create(
                new AchievementDefinitions.Draft(id, achievement, request.allowsDirectAward(), previous.id(), by),
                alongside);
    }

    /** What a draft is to be; one that follows a version stays linked to it. */
    Achievement replaced(AchievementDefinition draft, AchievementRequest request) {
        Achievement wanted = request.achievement(draft.achievement().id());
        String previous = draft.previousVersion();
        if (previous == null) {
            return wanted;
        }
        return draft.achievement().related().stream()
                .filter(link -> link.id().equals(base.achievement(previous)))
                .findFirst()
                .map(link -> linked(wanted, link))
                .orElse(wanted);
    }

    private static Related link(Achievement previous) {
        return new Related(previous.id(), previous.inLanguage(), previous.version());
    }

    private static Achievement linked(Achievement next, Related link) {
        List<Related> related = new ArrayList<>(next.related());
        if (related.stream().noneMatch(one -> one.id().equals(link.id()))) {
            related.add(link);
        }
        return new Achievement(
                next.id(),
                next.achievementType(),
                next.alignment(),
                next.creator(),
                next.creditsAvailable(),
                next.criteria(),
                next.description(),
                next.endorsement(),
                next.endorsementJwt(),
                next.fieldOfStudy(),
                next.humanCode(),
                next.image(),
                next.inLanguage(),
                next.name(),
                next.otherIdentifier(),
                related,
                next.resultDescription(),
                next.specialization(),
                next.tag(),
                next.version());
    }
}
