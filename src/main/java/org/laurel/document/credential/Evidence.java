package org.laurel.document.credential;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What shows that the criteria were met (OB 3.0 data model, Evidence).
 *
 * @param id the URL of a page that presents it
 * @param narrative how it came about, Markdown
 * @param name a title
 * @param description a longer description
 * @param genre what kind of work it is
 * @param audience for whom it was made
 * @param digestMultibase the digest of the bytes that the URL gives, a multihash in multibase (VCDM 2.0 §5.3)
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(value = "type", allowGetters = true)
@JsonPropertyOrder({"id", "type", "narrative", "name", "description", "genre", "audience", "digestMultibase"})
public record Evidence(
        @Nullable String id,
        @Nullable String narrative,
        @Nullable String name,
        @Nullable String description,
        @Nullable String genre,
        @Nullable String audience,
        @Nullable String digestMultibase) {

    /** Refuses what breaks the rules above, with a sentence that says what was expected and what came. */
    public Evidence {
        Require.optionalUri("id", id);
        Require.optionalText("narrative", narrative);
        Require.optionalText("name", name);
        Require.optionalText("description", description);
        Require.optionalText("genre", genre);
        Require.optionalText("audience", audience);
        Require.optionalDigest("digestMultibase", digestMultibase);
    }

    /** Always {@code ["Evidence"]}; written on the wire as an array, and passed over in reading. */
    @JsonProperty("type")
    public List<String> type() {
        return List.of("Evidence");
    }
}
