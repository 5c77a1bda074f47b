package org.laurel.issuing.achievement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.laurel.document.credential.Achievement;
import org.laurel.document.credential.Related;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.picture.PictureDoor;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;
import org.laurel.shared.store.Alongside;
import org.laurel.shared.store.PublicId;
import org.laurel.shared.work.OneByOne;

/** Drafts a micro-credential, or the next version of one. */
@ApplicationScoped
public class DraftAchievement {
    private static final int DEEPEST = 50;

    private final AchievementDefinitions definitions;
    private final PictureDoor pictures;
    private final BaseUrl base;
    private final SecureRandom random;

    DraftAchievement(AchievementDefinitions definitions, PictureDoor pictures, BaseUrl base, SecureRandom random) {
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
                .chain(() -> stacked(id.toString(), wanted));
    }

    private static Related link(Achievement previous) {
        return new Related(previous.id(), previous.inLanguage(), previous.version());
    }

    /** Refuses a stack that names what is not there, or leads back to itself. */
    private Uni<Void> stacked(String id, WantedAchievement wanted) {
        List<String> stack = wanted.stack();
        return OneByOne.each(
                IntStream.range(0, stack.size()).boxed().toList(),
                index -> walk(id, stack.get(index), "/template/stack/" + index, 0));
    }

    private Uni<Void> walk(String id, String next, String pointer, int depth) {
        if (next.equals(id) || depth > DEEPEST) {
            throw refused(pointer, "cycle", "It would have to be earned before itself.");
        }
        return PublicId.parse(next)
                .map(definitions::find)
                .orElse(Uni.createFrom().item(Optional.empty()))
                .chain(found -> {
                    AchievementDefinition one = found.orElseThrow(
                            () -> refused(pointer, "unknown", "There is no micro-credential \"" + next + "\"."));
                    List<String> further = one.drafted() == null
                            ? List.of()
                            : one.drafted().template().stack();
                    return OneByOne.each(further, other -> walk(id, other, pointer, depth + 1));
                });
    }

    private static ProblemException refused(String pointer, String code, String detail) {
        return ProblemException.of(ProblemType.INVALID, List.of(new Violation(pointer, code, detail)));
    }
}
