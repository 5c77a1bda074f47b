package org.laurel.document.credential;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Another edition of an achievement: in another language, or earlier (OB 3.0 data model, Related).
 *
 * @param id the other achievement
 * @param inLanguage its language
 * @param version its version
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(value = "type", allowGetters = true)
@JsonPropertyOrder({"id", "type", "inLanguage", "version"})
public record Related(
        String id, @Nullable String inLanguage, @Nullable String version) {

    /** Refuses what breaks the rules above, with a sentence that says what was expected and what came. */
    public Related {
        Require.uri("id", id);
        Require.language("inLanguage", inLanguage);
        Require.optionalText("version", version);
    }

    /** Always {@code ["Related"]}; written on the wire as an array, and passed over in reading. */
    @JsonProperty("type")
    public List<String> type() {
        return List.of("Related");
    }
}
