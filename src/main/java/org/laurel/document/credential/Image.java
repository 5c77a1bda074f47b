package org.laurel.document.credential;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * A picture of an achievement, a profile, a badge (OB 3.0 data model, Image): always an object, closed.
 *
 * @param id its URL, or a data URI
 * @param caption what it shows, for those who do not see it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(value = "type", allowGetters = true)
@JsonPropertyOrder({"id", "type", "caption"})
public record Image(String id, @Nullable String caption) {

    /** Refuses what breaks the rules above, with a sentence that says what was expected and what came. */
    public Image {
        Require.uri("id", id);
        Require.optionalText("caption", caption);
    }

    /** Always {@code "Image"}; written on the wire, and passed over in reading. */
    @JsonProperty("type")
    public String type() {
        return "Image";
    }
}
