package org.laurel.document.credential;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * An identifier that others know a thing by (OB 3.0 data model, IdentifierEntry); closed.
 *
 * @param identifier the identifier itself
 * @param identifierType what kind it is
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(value = "type", allowGetters = true)
@JsonPropertyOrder({"type", "identifier", "identifierType"})
public record IdentifierEntry(String identifier, IdentifierType identifierType) {

    /** Refuses what breaks the rules above, with a sentence that says what was expected and what came. */
    public IdentifierEntry {
        Require.text("identifier", identifier);
        Require.there("identifierType", identifierType);
    }

    /** Always {@code "IdentifierEntry"}; written on the wire, and passed over in reading. */
    @JsonProperty("type")
    public String type() {
        return "IdentifierEntry";
    }
}
