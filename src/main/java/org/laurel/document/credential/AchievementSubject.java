package org.laurel.document.credential;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The recipient, and what they have achieved (OB 3.0 data model, AchievementSubject). Either an id or at least one identifier is there.
 *
 * @param id the recipient's DID, URL or {@code urn:uuid:}
 * @param achievement what was achieved
 * @param identifier other ways to know the recipient
 * @param activityStartDate when it began
 * @param activityEndDate when it ended
 * @param creditsEarned credits earned
 * @param image the picture of this award
 * @param licenseNumber of a licence
 * @param narrative how it was achieved, Markdown
 * @param result results reached; each fits a description of the achievement
 * @param role in which role
 * @param source who assessed
 * @param term in which term
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(value = "type", allowGetters = true)
@JsonPropertyOrder({
    "id",
    "type",
    "achievement",
    "identifier",
    "activityStartDate",
    "activityEndDate",
    "creditsEarned",
    "image",
    "licenseNumber",
    "narrative",
    "result",
    "role",
    "source",
    "term"
})
public record AchievementSubject(
        @Nullable String id,
        Achievement achievement,
        List<IdentityObject> identifier,

        @JsonSerialize(using = WireTime.Writer.class) @JsonDeserialize(using = WireTime.Reader.class) @Nullable Instant activityStartDate,

        @JsonSerialize(using = WireTime.Writer.class) @JsonDeserialize(using = WireTime.Reader.class) @Nullable Instant activityEndDate,

        @Nullable BigDecimal creditsEarned,
        @Nullable Image image,
        @Nullable String licenseNumber,
        @Nullable String narrative,
        List<Result> result,
        @Nullable String role,
        @Nullable Profile source,
        @Nullable String term) {

    /** Refuses what breaks the rules above, with a sentence that says what was expected and what came. */
    public AchievementSubject {
        Require.optionalUri("id", id);
        identifier = Require.list(identifier);
        Require.there("achievement", achievement);
        if (id == null && identifier.isEmpty()) {
            throw new IllegalArgumentException(
                    "credentialSubject: expected an id or at least one identifier, got neither");
        }
        activityStartDate = Require.seconds(activityStartDate);
        activityEndDate = Require.seconds(activityEndDate);
        Require.inOrder("activityEndDate", activityStartDate, activityEndDate);
        creditsEarned = Require.credits("creditsEarned", creditsEarned);
        Require.optionalText("licenseNumber", licenseNumber);
        Require.optionalText("narrative", narrative);
        result = Require.list(result);
        ResultRules.checkResults(result, achievement);
        Require.optionalText("role", role);
        Require.optionalText("term", term);
    }

    /** Always {@code ["AchievementSubject"]}; written on the wire as an array, and passed over in reading. */
    @JsonProperty("type")
    public List<String> type() {
        return List.of("AchievementSubject");
    }
}
