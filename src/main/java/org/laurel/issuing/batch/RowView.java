package org.laurel.issuing.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.problem.Violation;

/**
 * What came of a row, as the account of a batch shows it.
 *
 * @param row its number in the file
 * @param state what came
 * @param externalId the caller's reference; left out when there is none
 * @param award the award that was made, or was there before; left out when there is none
 * @param credential where its badge is; left out when there is none
 * @param errors why not; left out when empty
 * @param request what was asked for, of rows that are to be handed in again
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RowView(
        int row,
        RowState state,
        @Nullable String externalId,
        @Nullable String award,
        @Nullable Link credential,
        List<Violation> errors,
        @Nullable ObjectNode request) {

    /** A badge and where it is hosted. */
    public record Link(String id, String url) {}
}
