package org.laurel.document.credential;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A result that the recipient has reached (OB 3.0 data model, Result).
 *
 * @param resultDescription the id of the description within the same achievement
 * @param achievedLevel the id of a level of that description
 * @param status needed when the description's type is Status
 * @param value the value
 * @param alignment links to frameworks
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(value = "type", allowGetters = true)
@JsonPropertyOrder({"type", "resultDescription", "achievedLevel", "status", "value", "alignment"})
public record Result(
        @Nullable String resultDescription,
        @Nullable String achievedLevel,
        @Nullable ResultStatusType status,
        @Nullable String value,
        List<Alignment> alignment) {

    /** Refuses what breaks the rules above, with a sentence that says what was expected and what came. */
    public Result {
        Require.optionalUri("resultDescription", resultDescription);
        Require.optionalUri("achievedLevel", achievedLevel);
        Require.optionalText("value", value);
        alignment = Require.list(alignment);
    }

    /** Always {@code ["Result"]}; written on the wire as an array, and passed over in reading. */
    @JsonProperty("type")
    public List<String> type() {
        return List.of("Result");
    }
}
