package org.laurel.document.credential;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Set;

/**
 * What kind of node an alignment points to (OB 3.0 data model, enumerations). On the wire it is the bare text.
 *
 * @param value a listed term, or a term of one's own that starts {@code ext:}
 */
public record AlignmentTargetType(@JsonValue String value) {
    /** The listed terms. */
    public static final Set<String> LISTED = Set.of(
            "ceasn:Competency",
            "ceterms:Credential",
            "CFItem",
            "CFRubric",
            "CFRubricCriterion",
            "CFRubricCriterionLevel",
            "CTDL");

    /** Refuses what is neither listed nor an extension. */
    public AlignmentTargetType {
        Terms.check("AlignmentTargetType", LISTED, value);
    }

    /** Reads a term; throws IllegalArgumentException with a sentence for people. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static AlignmentTargetType of(String value) {
        return new AlignmentTargetType(value);
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
