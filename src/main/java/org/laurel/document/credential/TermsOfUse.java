package org.laurel.document.credential;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * Terms under which a credential was given (VCDM 2.0 §5.5).
 *
 * @param id the terms' URI
 * @param type what kind of terms
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"id", "type"})
public record TermsOfUse(@Nullable String id, String type) {

    /** Refuses what breaks the rules above, with a sentence that says what was expected and what came. */
    public TermsOfUse {
        Require.optionalUri("id", id);
        Require.text("type", type);
    }
}
