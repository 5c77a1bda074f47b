package org.laurel.document.credential;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is endorsed, and what is said of it (OB 3.0 data model, EndorsementSubject).
 *
 * @param id the endorsed profile, achievement or credential
 * @param endorsementComment what is said, Markdown
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(value = "type", allowGetters = true)
@JsonPropertyOrder({"id", "type", "endorsementComment"})
public record EndorsementSubject(String id, @Nullable String endorsementComment) {

    /** Refuses what breaks the rules above, with a sentence that says what was expected and what came. */
    public EndorsementSubject {
        Require.uri("id", id);
        Require.optionalText("endorsementComment", endorsementComment);
    }

    /** Always {@code ["EndorsementSubject"]}; written on the wire as an array, and passed over in reading. */
    @JsonProperty("type")
    public List<String> type() {
        return List.of("EndorsementSubject");
    }
}
