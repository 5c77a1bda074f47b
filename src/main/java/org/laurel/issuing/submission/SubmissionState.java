package org.laurel.issuing.submission;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The life of a submission. */
public enum SubmissionState {
    /** Is being written. */
    DRAFT("change it, submit it, or withdraw it"),
    /** Waits to be assessed, and stays as it is. */
    SUBMITTED("withdraw it"),
    /** Came back with what is still missing. */
    RETURNED("change it, submit it again, appeal, or withdraw it"),
    /** The micro-credential was awarded for it. */
    AWARDED("nothing; it was awarded"),
    /** The educator took it back. */
    WITHDRAWN("nothing; start anew");

    private final String allowed;

    SubmissionState(String allowed) {
        this.allowed = allowed;
    }

    /** What can be done now, for people. */
    String allowed() {
        return allowed;
    }

    /** Whether it can be changed. */
    boolean isOpen() {
        return this == DRAFT || this == RETURNED;
    }

    /** Whether it can still be taken back. */
    boolean isUnderWay() {
        return isOpen() || this == SUBMITTED;
    }

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
