package org.laurel.document.credential;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * A schema that a credential says it conforms to (OB 3.0 data model, CredentialSchema).
 *
 * @param id the schema's URL
 * @param type {@code 1EdTechJsonSchemaValidator2019} or another
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"id", "type"})
public record CredentialSchema(String id, String type) {

    /** Refuses what breaks the rules above, with a sentence that says what was expected and what came. */
    public CredentialSchema {
        Require.uri("id", id);
        Require.text("type", type);
    }
}
