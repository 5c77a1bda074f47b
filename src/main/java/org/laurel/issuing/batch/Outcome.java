package org.laurel.issuing.batch;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.problem.Violation;

/**
 * What came of a row.
 *
 * @param row its number in the file
 * @param state what came
 * @param awardId the award that was made, or that was there before; null when there is none
 * @param credentialId the credential of that award, or null
 * @param faults why not
 */
record Outcome(
        int row,
        RowState state,
        @Nullable String awardId,
        @Nullable String credentialId,
        List<Violation> faults) {

    /** Copies the list. */
    Outcome {
        faults = List.copyOf(faults);
    }

    static Outcome failed(int row, List<Violation> faults) {
        return new Outcome(row, RowState.FAILED, null, null, faults);
    }

    static Outcome valid(int row) {
        return new Outcome(row, RowState.VALID, null, null, List.of());
    }
}
