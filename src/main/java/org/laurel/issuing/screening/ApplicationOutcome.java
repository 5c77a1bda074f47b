package org.laurel.issuing.screening;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What can be decided. */
public enum ApplicationOutcome {
    /** The organisation may issue. */
    ACCEPT,
    /** It is to change its application. */
    REQUEST_CHANGES,
    /** It may not issue. */
    DECLINE;

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where an application is after it. */
    ApplicationState leadsTo() {
        return switch (this) {
            case ACCEPT -> ApplicationState.ACCEPTED;
            case REQUEST_CHANGES -> ApplicationState.CHANGES_REQUESTED;
            case DECLINE -> ApplicationState.DECLINED;
        };
    }
}
