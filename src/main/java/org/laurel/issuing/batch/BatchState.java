package org.laurel.issuing.batch;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;

/** Where a batch stands. */
public enum BatchState {
    /** Its file is being stored; nothing is promised yet. */
    RECEIVING,
    /** Every row is judged first, because one bad row stops all. */
    CHECKING,
    /** It waits for its turn. */
    QUEUED,
    /** Its rows are being done. */
    RUNNING,
    /** Somebody stopped it for a while. */
    PAUSED,
    /** Every row is done. */
    COMPLETED,
    /** Somebody ended it; what is awarded stays. */
    CANCELLED,
    /** Nothing was awarded: a row is bad and one bad row stops all, or the service could not go on. */
    FAILED;

    private static final Set<BatchState> FINAL = Set.of(COMPLETED, CANCELLED, FAILED);

    /** Whether nothing more will happen to its rows. */
    public boolean isFinal() {
        return FINAL.contains(this);
    }

    /** The state with this name. */
    static BatchState of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
