package org.laurel.document.credential;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One level of a rubric criterion (OB 3.0 data model, RubricCriterionLevel).
 *
 * @param id unique within the achievement
 * @param name what it is called
 * @param description what was shown
 * @param level the rubric's own word for it
 * @param points what it counts, as text
 * @param alignment links to frameworks
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(value = "type", allowGetters = true)
@JsonPropertyOrder({"id", "type", "name", "description", "level", "points", "alignment"})
public record RubricCriterionLevel(
        String id,
        String name,
        @Nullable String description,
        @Nullable String level,
        @Nullable String points,
        List<Alignment> alignment) {

    /** Refuses what breaks the rules above, with a sentence that says what was expected and what came. */
    public RubricCriterionLevel {
        Require.uri("id", id);
        Require.text("name", name);
        Require.optionalText("description", description);
        Require.optionalText("level", level);
        Require.optionalText("points", points);
        alignment = Require.list(alignment);
    }

    /** Always {@code ["RubricCriterionLevel"]}; written on the wire as an array, and passed over in reading. */
    @JsonProperty("type")
    public List<String> type() {
        return List.of("RubricCriterionLevel");
    }
}
