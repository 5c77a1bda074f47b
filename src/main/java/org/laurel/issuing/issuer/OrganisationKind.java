package org.laurel.issuing.issuer;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What an organisation is. */
public enum OrganisationKind {
    /** The programme itself: endorses, and awards nothing. There is one at most. */
    PROGRAMME,
    /** Issues micro-credentials and may endorse. */
    ISSUER,
    /** A district, state or employer that recognises what others issue: may endorse, never award. */
    RECOGNISER;

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
