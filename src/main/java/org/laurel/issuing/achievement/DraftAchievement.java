package org.laurel.issuing.achievement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.laurel.document.credential.Achievement;
import org.laurel.document.credential.Related;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.picture.PictureDoor;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.store.Alongside;
import org.laurel.shared.store.PublicId;

/** Drafts a micro-credential, or the next version of one. */
@ApplicationScoped
public class DraftAchievement {
    private final AchievementDefinitions definitions;
    private final PictureDoor pictures;
    private final StackCheck stack;
    private final BaseUrl base;
    private final SecureRandom random;

    DraftAchievement(
            AchievementDefinitions definitions,
            PictureDoor pictures,
            StackCheck stack,
            BaseUrl base,
            SecureRandom random) {
        this.stack = stack;
        this.pictures = pictures;
        this.definitions = definitions;
        this.base = base;
        this.random = random;
    }

    /** Stores a fresh draft. */
    public Uni<AchievementDefinition> draft(
            Issuer issuer, WantedAchievement wanted, String by, Alongside<AchievementDefinition> alongside) {
        PublicId id = PublicId.fresh(issuer.issuing().number(), random);
        AchievementDefinitions.Content content = content(wanted, id.toString(), List.of());
        return sound(id, wanted, content)
                .chain(() -> definitions.create(new AchievementDefinitions.Draft(id, content, null, by), alongside));
    }

    /** Stores a draft that follows a version: a new id, linked by {@code related} (OB 3.0 Related). */
    public Uni<AchievementDefinition> follow(
            AchievementDefinition previous,
            WantedAchievement wanted,
            String by,
            Alongside<AchievementDefinition> alongside) {
        if (!previous.state().isPublic()) {
            throw previous.notNow("make a version that follows it");
        }
        PublicId id = PublicId.fresh(previous.issuerNo(), random);
        AchievementDefinitions.Content content = content(wanted, id.toString(), List.of(link(previous.achievement())));
        return sound(id, wanted, content)
                .chain(() -> definitions.create(
                        new AchievementDefinitions.Draft(id, content, previous.id(), by), alongside));
    }

    /** Keeps what a draft is to be; one that follows a version stays linked to it. Empty when somebody saved since. */
    Uni<Optional<AchievementDefinition>> replace(AchievementDefinition draft, WantedAchievement wanted, String by) {
        String previous = draft.previousVersion();
        List<Related> links = previous == null
                ? List.of()
                : draft.achievement().related().stream()
                        .filter(link -> link.id().equals(base.achievement(previous)))
                        .toList();
        AchievementDefinitions.Content content = content(wanted, draft.id(), links);
        return sound(PublicId.parse(draft.id()).orElseThrow(), wanted, content)
                .chain(() -> definitions.replace(draft, content, by));
    }

    private AchievementDefinitions.Content content(WantedAchievement wanted, String id, List<Related> links) {
        Achievement achievement = wanted.achievement(base.achievement(id), links);
        return new AchievementDefinitions.Content(achievement, wanted.allowsDirectAward(), wanted.drafted());
    }

    private Uni<Void> sound(PublicId id, WantedAchievement wanted, AchievementDefinitions.Content content) {
        return pictures.requireOwn(id.issuerNo(), content.achievement().image())
                .chain(() -> stack.requireSound(id.toString(), wanted.stack()));
    }

    private static Related link(Achievement previous) {
        return new Related(previous.id(), previous.inLanguage(), previous.version());
    }
}
