package org.laurel.document.credential;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A link from an achievement, a result or a level to a competency framework (OB 3.0 data model, Alignment).
 *
 * @param targetName what the target is called
 * @param targetUrl where the target is described
 * @param targetCode its code within the framework
 * @param targetDescription what it says
 * @param targetFramework the framework's name
 * @param targetType what kind of node it is
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(value = "type", allowGetters = true)
@JsonPropertyOrder({
    "type",
    "targetName",
    "targetUrl",
    "targetCode",
    "targetDescription",
    "targetFramework",
    "targetType"
})
public record Alignment(
        String targetName,
        String targetUrl,
        @Nullable String targetCode,
        @Nullable String targetDescription,
        @Nullable String targetFramework,
        @Nullable AlignmentTargetType targetType) {

    /** Refuses what breaks the rules above, with a sentence that says what was expected and what came. */
    public Alignment {
        Require.text("targetName", targetName);
        Require.uri("targetUrl", targetUrl);
        Require.optionalText("targetCode", targetCode);
        Require.optionalText("targetDescription", targetDescription);
        Require.optionalText("targetFramework", targetFramework);
    }

    /** Always {@code ["Alignment"]}; written on the wire as an array, and passed over in reading. */
    @JsonProperty("type")
    public List<String> type() {
        return List.of("Alignment");
    }
}
