package org.laurel.issuing.screening;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The life of an application. */
public enum ApplicationState {
    /** Is being written. */
    DRAFT("change it, submit it, or withdraw it"),
    /** Waits for screeners. */
    SUBMITTED("a screener scores it; the applicant may withdraw it"),
    /** A screener has scored it. */
    IN_REVIEW("screeners score it and decide; the applicant may withdraw it"),
    /** Came back with reasons. */
    CHANGES_REQUESTED("change it, submit it again, or withdraw it"),
    /** The organisation may issue. */
    ACCEPTED("nothing; apply anew to renew the screening"),
    /** It may not. */
    DECLINED("nothing; apply anew"),
    /** The applicant took it back. */
    WITHDRAWN("nothing; apply anew");

    private final String allowed;

    ApplicationState(String allowed) {
        this.allowed = allowed;
    }

    /** What can be done now, for people. */
    String allowed() {
        return allowed;
    }

    boolean isOpen() {
        return this == DRAFT || this == CHANGES_REQUESTED;
    }

    boolean isWithScreeners() {
        return this == SUBMITTED || this == IN_REVIEW;
    }

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
