package org.laurel.issuing.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.problem.Violation;

/**
 * A row as it was handed in.
 *
 * @param number as a spreadsheet or an editor counts: the header of a CSV file is 1, the first line of NDJSON, too
 * @param request what it asks for, not judged yet; empty when it could not be read
 * @param fault why it could not be read, or null
 * @param cells what stands in the file, where its columns may be told anew; else null
 */
record SubmittedRow(
        int number,
        ObjectNode request,
        @Nullable Violation fault,
        @Nullable Cells cells) {

    /** One whose columns are told once and for all. */
    SubmittedRow(int number, ObjectNode request, @Nullable Violation fault) {
        this(number, request, fault, null);
    }

    /**
     * The cells of a row.
     *
     * @param texts as they stand there, in order
     * @param commas whether a comma may stand before decimals
     */
    record Cells(List<String> texts, boolean commas) {
        /** Copies the list. */
        Cells {
            texts = List.copyOf(texts);
        }
    }
}
