package org.laurel.verifying.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a check came to. */
public enum CheckOutcome {
    /** All is well. */
    PASSED,
    /** Something is wrong. */
    FAILED,
    /** Nothing is wrong, but something should be better or known. */
    WARNING,
    /** It cannot be told: out of reach, or not supported here. */
    INDETERMINATE,
    /** There was nothing to check, or nobody asked. */
    SKIPPED,
    /** A check that it waits for did not pass. */
    NOT_RUN;

    /** The word on the wire: {@code not_run}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether checks that wait for this one may run. */
    public boolean letsOthersRun() {
        return this == PASSED || this == WARNING || this == SKIPPED;
    }
}
