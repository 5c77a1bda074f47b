package org.laurel.issuing.citation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How strong the evidence of a work is, as ESSA has it (Every Student Succeeds Act §8101(21)(A)). */
public enum EvidenceTier {
    /** At least one well-designed experiment. */
    STRONG,
    /** At least one well-designed quasi-experiment. */
    MODERATE,
    /** At least one well-designed study of correlation, selection bias controlled for. */
    PROMISING,
    /** A rationale that rests on research, with efforts under way to study its effects. */
    RATIONALE;

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
