package org.laurel.document.credential;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * Where a newer version of a credential can be had (OB 3.0 data model, RefreshService).
 *
 * @param id a URL
 * @param type {@code 1EdTechCredentialRefresh} or another
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"id", "type"})
public record RefreshService(String id, String type) {

    /** Refuses what breaks the rules above, with a sentence that says what was expected and what came. */
    public RefreshService {
        Require.uri("id", id);
        Require.text("type", type);
    }
}
