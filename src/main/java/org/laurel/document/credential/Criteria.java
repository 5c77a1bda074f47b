package org.laurel.document.credential;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * What must be done to earn an achievement (OB 3.0 data model, Criteria): a page, a text, or both. It has no {@code type}.
 *
 * @param id the URL of a page that says it
 * @param narrative the text itself, Markdown
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"id", "narrative"})
public record Criteria(@Nullable String id, @Nullable String narrative) {

    /** Refuses what breaks the rules above, with a sentence that says what was expected and what came. */
    public Criteria {
        Require.optionalUri("id", id);
        Require.optionalText("narrative", narrative);
        if (id == null && narrative == null) {
            throw new IllegalArgumentException("criteria: expected an id or a narrative, got neither");
        }
    }
}
