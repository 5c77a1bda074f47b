package org.laurel.issuing.achievement;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.document.credential.Achievement;
import org.laurel.document.credential.AchievementType;
import org.laurel.document.credential.Alignment;
import org.laurel.document.credential.Criteria;
import org.laurel.document.credential.IdentifierEntry;
import org.laurel.document.credential.Image;
import org.laurel.document.credential.Profile;
import org.laurel.document.credential.Related;
import org.laurel.document.credential.ResultDescription;

/**
 * What a micro-credential is to be: the members of an Open Badges {@link Achievement}, whose id is the page that we host,
 * and {@code directAward}, which lets it be awarded without evidence handed in here.
 */
public record AchievementRequest(
        @Nullable Boolean directAward,
        String name,
        String description,
        Criteria criteria,
        @Nullable AchievementType achievementType,
        List<Alignment> alignment,
        @Nullable Profile creator,
        @Nullable BigDecimal creditsAvailable,
        List<ObjectNode> endorsement,
        List<String> endorsementJwt,
        @Nullable String fieldOfStudy,
        @Nullable String humanCode,
        @Nullable Image image,
        @Nullable String inLanguage,
        List<IdentifierEntry> otherIdentifier,
        List<Related> related,
        List<ResultDescription> resultDescription,
        @Nullable String specialization,
        List<String> tag,
        @Nullable String version)
        implements WantedAchievement {

    /** Checks the members as an achievement's. */
    public AchievementRequest {
        new Achievement(
                "urn:laurel:checked",
                achievementType,
                alignment,
                creator,
                creditsAvailable,
                criteria,
                description,
                endorsement,
                endorsementJwt,
                fieldOfStudy,
                humanCode,
                image,
                inLanguage,
                name,
                otherIdentifier,
                related,
                resultDescription,
                specialization,
                tag,
                version);
    }

    @Override
    public Achievement achievement(String id, List<Related> links) {
        List<Related> all = new ArrayList<>(related);
        links.stream()
                .filter(link -> related.stream().noneMatch(one -> one.id().equals(link.id())))
                .forEach(all::add);
        return new Achievement(
                id,
                achievementType,
                alignment,
                creator,
                creditsAvailable,
                criteria,
                description,
                endorsement,
                endorsementJwt,
                fieldOfStudy,
                humanCode,
                image,
                inLanguage,
                name,
                otherIdentifier,
                all,
                resultDescription,
                specialization,
                tag,
                version);
    }

    @Override
    public AchievementDefinition.@Nullable Drafted drafted() {
        return null;
    }

    @Override
    public List<String> stack() {
        return List.of();
    }

    @Override
    public boolean allowsDirectAward() {
        return Boolean.TRUE.equals(directAward);
    }
}
