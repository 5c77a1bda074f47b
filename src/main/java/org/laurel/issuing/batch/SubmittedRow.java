package org.laurel.issuing.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.problem.Violation;

/**
 * A row as it was handed in.
 *
 * @param number as a spreadsheet or an editor counts: the header of a CSV file is 1, the first line of NDJSON, too
 * @param request what it asks for, not judged yet; empty when it could not be read
 * @param fault why it could not be read, or null
 */
record SubmittedRow(
        int number, ObjectNode request, @Nullable Violation fault) {}
