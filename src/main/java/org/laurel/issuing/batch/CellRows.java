package org.laurel.issuing.batch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.json.MalformedJsonException;
import org.laurel.shared.json.StrictJson;
import org.laurel.shared.problem.Violation;

/** Makes requests of rows of cells, by what the columns are for. */
final class CellRows {
    private static final Fields FIELDS = new Fields();

    private final Columns columns;
    private final boolean commas;
    private final boolean keeping;
    private final CsvCells cells;

    /**
     * For the columns of a file.
     *
     * @param commas whether a comma may stand before decimals
     * @param keeping whether the cells are kept beside what is made of them
     */
    CellRows(Columns columns, boolean commas, boolean keeping) {
        this.columns = columns;
        this.commas = commas;
        this.keeping = keeping;
        this.cells = new CsvCells(FIELDS, commas);
    }

    /** The request that a row makes. */
    SubmittedRow row(int number, List<String> texts) {
        List<String> fields = columns.fields();
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < Math.min(texts.size(), fields.size()); i++) {
            String cell = texts.get(i).strip();
            if (!fields.get(i).isEmpty() && !fields.get(i).equals(Columns.UNTOLD) && !cell.isEmpty()) {
                cells.put(request, fields.get(i), cell);
            }
        }
        return new SubmittedRow(
                number, request, fault(texts, request), keeping ? new SubmittedRow.Cells(texts, commas) : null);
    }

    private @Nullable Violation fault(List<String> texts, ObjectNode request) {
        int expected = columns.fields().size();
        if (texts.stream().skip(expected).anyMatch(cell -> !cell.isBlank())) {
            return new Violation(
                    "",
                    "too-many-cells",
                    "Expected " + expected + " cells as in the header, got " + texts.size() + ".");
        }
        try {
            StrictJson.check(request);
            return null;
        } catch (MalformedJsonException e) {
            return new Violation("", "malformed", "The row cannot be read: " + e.getMessage() + ".");
        }
    }
}
