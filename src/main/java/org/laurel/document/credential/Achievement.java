package org.laurel.document.credential;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can be earned: a badge class, a micro-credential, a degree (OB 3.0 data model, Achievement).
 *
 * @param id its URI
 * @param achievementType what kind it is
 * @param alignment links to competency frameworks
 * @param creator who defined it
 * @param creditsAvailable credits that can be earned
 * @param criteria what must be done
 * @param description a short description
 * @param endorsement signed endorsements of it, exactly as they were signed
 * @param endorsementJwt endorsements of it as compact JWS
 * @param fieldOfStudy the subject
 * @param humanCode a code for people
 * @param image its picture
 * @param inLanguage its language
 * @param name its name
 * @param otherIdentifier identifiers that others know it by
 * @param related other editions
 * @param resultDescription results it can have
 * @param specialization the focus
 * @param tag words to find it by
 * @param version its version
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(value = "type", allowGetters = true)
@JsonPropertyOrder({
    "id",
    "type",
    "achievementType",
    "alignment",
    "creator",
    "creditsAvailable",
    "criteria",
    "description",
    "endorsement",
    "endorsementJwt",
    "fieldOfStudy",
    "humanCode",
    "image",
    "inLanguage",
    "name",
    "otherIdentifier",
    "related",
    "resultDescription",
    "specialization",
    "tag",
    "version"
})
public record Achievement(
        String id,
        @Nullable AchievementType achievementType,
        List<Alignment> alignment,
        @Nullable Profile creator,
        @Nullable BigDecimal creditsAvailable,
        Criteria criteria,
        String description,
        List<ObjectNode> endorsement,
        List<String> endorsementJwt,
        @Nullable String fieldOfStudy,
        @Nullable String humanCode,
        @Nullable Image image,
        @Nullable String inLanguage,
        String name,
        List<IdentifierEntry> otherIdentifier,
        List<Related> related,
        List<ResultDescription> resultDescription,
        @Nullable String specialization,
        List<String> tag,
        @Nullable String version) {

    /** Refuses what breaks the rules above, with a sentence that says what was expected and what came. */
    public Achievement {
        Require.uri("id", id);
        Require.text("name", name);
        Require.text("description", description);
        alignment = Require.list(alignment);
        Require.there("criteria", criteria);
        creditsAvailable = Require.credits("creditsAvailable", creditsAvailable);
        endorsement = Require.list(endorsement);
        endorsementJwt = Require.list(endorsementJwt);
        Require.jws("endorsementJwt", endorsementJwt);
        Require.optionalText("fieldOfStudy", fieldOfStudy);
        Require.optionalText("humanCode", humanCode);
        Require.language("inLanguage", inLanguage);
        otherIdentifier = Require.list(otherIdentifier);
        related = Require.list(related);
        resultDescription = Require.list(resultDescription);
        ResultRules.checkUnique(resultDescription);
        Require.optionalText("specialization", specialization);
        tag = Require.texts("tag", tag);
        Require.optionalText("version", version);
    }

    /** Always {@code ["Achievement"]}; written on the wire as an array, and passed over in reading. */
    @JsonProperty("type")
    public List<String> type() {
        return List.of("Achievement");
    }

    /** The description that results refer to by this id. */
    public Optional<ResultDescription> describes(String resultDescriptionId) {
        return resultDescription.stream()
                .filter(description -> description.id().equals(resultDescriptionId))
                .findFirst();
    }
}
