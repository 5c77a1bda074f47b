package org.laurel.holding;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.laurel.issuing.showing.Access;

/** What a holder can wish of evidence that the badge shows. */
public enum EvidenceAccess {
    /** That everybody who has the badge may read it. */
    OPEN(Access.OPEN),
    /** That nobody may. */
    CLOSED(Access.CLOSED);

    private final Access access;

    EvidenceAccess(Access access) {
        this.access = access;
    }

    Access access() {
        return access;
    }

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
