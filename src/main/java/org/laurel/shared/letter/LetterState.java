package org.laurel.shared.letter;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a letter is. */
public enum LetterState {
    /** To be sent, or to be tried again. */
    WAITING,
    /** A mail server took it. */
    SENT,
    /** The mail server said no for good: it bounced. */
    REFUSED,
    /** It could not be sent for three days. */
    FAILED,
    /** When its turn came, there was nobody to be told, or nothing to tell any more. */
    DROPPED;

    /** The state with this name. */
    public static Optional<LetterState> of(String text) {
        return Arrays.stream(values())
                .filter(state -> state.toString().equals(text))
                .findFirst();
    }

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
