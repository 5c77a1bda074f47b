package org.laurel.issuing.assessment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The life of an assessment. */
public enum AssessmentState {
    /** Waits for assessors. */
    WAITING("an assessor claims it and scores it"),
    /** Two assessors differ on what passes. */
    DIFFERING("an adjudicator claims it and decides between them"),
    /** All scores are there. */
    SCORED("decide on it, as the award rule says"),
    /** Awarded, or sent back. */
    DECIDED("nothing; it is decided"),
    /** The educator took the submission back. */
    CLOSED("nothing; the educator took it back");

    private final String allowed;

    AssessmentState(String allowed) {
        this.allowed = allowed;
    }

    /** What can be done now, for people. */
    String allowed() {
        return allowed;
    }

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
