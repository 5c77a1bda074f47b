package org.laurel.document.credential;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** How far a learner has come with an achievement (OB 3.0 data model, enumerations); a closed list. */
public enum ResultStatusType {
    /** Done; assumed when no result of type Status is given. */
    COMPLETED("Completed"),
    /** Begun on paper. */
    ENROLLED("Enrolled"),
    /** Not passed. */
    FAILED("Failed"),
    /** Being done. */
    IN_PROGRESS("InProgress"),
    /** Interrupted. */
    ON_HOLD("OnHold"),
    /** Done, subject to something. */
    PROVISIONAL("Provisional"),
    /** Given up. */
    WITHDREW("Withdrew");

    private final String term;

    ResultStatusType(String term) {
        this.term = term;
    }

    /** The word on the wire. */
    @JsonValue
    public String term() {
        return term;
    }

    /** The status of this term, if it is one. */
    public static Optional<ResultStatusType> find(String term) {
        return Arrays.stream(values()).filter(s -> s.term.equals(term)).findFirst();
    }

    /** Reads a term; throws IllegalArgumentException with a sentence for people. */
    @JsonCreator
    public static ResultStatusType of(String term) {
        return find(term)
                .orElseThrow(() -> Require.wrong(
                        "status",
                        "one of Completed, Enrolled, Failed, InProgress, OnHold, Provisional, Withdrew",
                        term));
    }
}
