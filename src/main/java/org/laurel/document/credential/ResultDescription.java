package org.laurel.document.credential;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A result that an achievement can have (OB 3.0 data model, ResultDescription).
 *
 * @param id unique within the achievement; results refer to it
 * @param name what the result is called
 * @param resultType what kind of result
 * @param alignment links to frameworks
 * @param allowedValue the values, from low to high
 * @param requiredLevel the id of the least level that passes, one of rubricCriterionLevel
 * @param requiredValue the least value that passes: one of allowedValue, or between valueMin and valueMax
 * @param rubricCriterionLevel the levels, from low to high
 * @param valueMin the least value
 * @param valueMax the greatest value
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(value = "type", allowGetters = true)
@JsonPropertyOrder({
    "id",
    "type",
    "name",
    "resultType",
    "alignment",
    "allowedValue",
    "requiredLevel",
    "requiredValue",
    "rubricCriterionLevel",
    "valueMin",
    "valueMax"
})
public record ResultDescription(
        String id,
        String name,
        ResultType resultType,
        List<Alignment> alignment,
        List<String> allowedValue,
        @Nullable String requiredLevel,
        @Nullable String requiredValue,
        List<RubricCriterionLevel> rubricCriterionLevel,
        @Nullable String valueMin,
        @Nullable String valueMax) {

    /** Refuses what breaks the rules above, with a sentence that says what was expected and what came. */
    public ResultDescription {
        Require.uri("id", id);
        Require.text("name", name);
        alignment = Require.list(alignment);
        Require.there("resultType", resultType);
        allowedValue = Require.texts("allowedValue", allowedValue);
        rubricCriterionLevel = Require.list(rubricCriterionLevel);
        ResultRules.checkLevels(rubricCriterionLevel, requiredLevel);
        ResultRules.checkRange(valueMin, valueMax);
        ResultRules.checkValue("requiredValue", requiredValue, allowedValue, valueMin, valueMax);
    }

    /** Always {@code ["ResultDescription"]}; written on the wire as an array, and passed over in reading. */
    @JsonProperty("type")
    public List<String> type() {
        return List.of("ResultDescription");
    }

    /** Whether one of the levels has this id. */
    public boolean hasLevel(String levelId) {
        return rubricCriterionLevel.stream().anyMatch(level -> level.id().equals(levelId));
    }
}
