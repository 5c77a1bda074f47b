package org.laurel.document.credential;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Set;

/**
 * What kind of identifier it is (OB 3.0 data model, enumerations). On the wire it is the bare text.
 *
 * @param value a listed term, or a term of one's own that starts {@code ext:}
 */
public record IdentifierType(@JsonValue String value) {
    /** The listed terms. */
    public static final Set<String> LISTED = Set.of(
            "name",
            "sourcedId",
            "systemId",
            "productId",
            "userName",
            "accountId",
            "emailAddress",
            "nationalIdentityNumber",
            "isbn",
            "issn",
            "lisSourcedId",
            "oneRosterSourcedId",
            "sisSourcedId",
            "ltiContextId",
            "ltiDeploymentId",
            "ltiToolId",
            "ltiPlatformId",
            "ltiUserId",
            "identifier");

    /** Refuses what is neither listed nor an extension. */
    public IdentifierType {
        Terms.check("IdentifierType", LISTED, value);
    }

    /** Reads a term; throws IllegalArgumentException with a sentence for people. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static IdentifierType of(String value) {
        return new IdentifierType(value);
    }

    /** Whether the text would be a term. */
    public static boolean allows(String value) {
        return Terms.allowed(LISTED, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
