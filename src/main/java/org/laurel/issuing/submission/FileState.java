package org.laurel.issuing.submission;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The life of a file of evidence. */
enum FileState {
    /** Not all of it has come. */
    ARRIVING,
    /** It came, and the scanner for viruses could not be asked yet. */
    UNSCANNED,
    /** It is what it says it is. */
    READY,
    /** It is to be forgotten. */
    GONE;

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
