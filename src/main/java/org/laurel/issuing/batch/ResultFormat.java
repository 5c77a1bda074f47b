package org.laurel.issuing.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.door.Answer;
import org.laurel.shared.encoding.CsvText;
import org.laurel.shared.problem.Violation;

/** How the account of a batch is written. */
enum ResultFormat {
    /** One object a line. */
    NDJSON("application/x-ndjson") {
        @Override
        String head(Batch batch) {
            return "";
        }

        @Override
        String line(Batch batch, RowView row) {
            return Answer.write(new RowView(
                            row.row(),
                            row.state(),
                            row.externalId(),
                            row.award(),
                            row.credential(),
                            row.errors(),
                            null))
                    + "\n";
        }
    },
    /** What was asked for and nothing else, one object a line: it can be corrected and handed in again. */
    REQUESTS("application/x-ndjson") {
        @Override
        String head(Batch batch) {
            return "";
        }

        @Override
        String line(Batch batch, RowView row) {
            return row.request() == null ? "" : row.request() + "\n";
        }
    },
    /** For spreadsheets, with the columns of the file: it can be corrected and handed in again. */
    CSV("text/csv") {
        @Override
        String head(Batch batch) {
            List<String> cells = new ArrayList<>(List.of("row", "state", "error", "award", "credential"));
            cells.addAll(fields(batch));
            return CsvText.row(cells);
        }

        @Override
        String line(Batch batch, RowView row) {
            List<String> cells = new ArrayList<>(List.of(
                    String.valueOf(row.row()),
                    row.state().toString(),
                    row.errors().stream().map(ResultFormat::sentence).collect(Collectors.joining(" ")),
                    Optional.ofNullable(row.award()).orElse(""),
                    row.credential() == null ? "" : row.credential().url()));
            fields(batch).forEach(field -> cells.add(cell(row.request(), field)));
            return CsvText.row(cells);
        }
    };

    private final String mediaType;

    ResultFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** By the Accept header, and by what is asked for. */
    static ResultFormat of(@Nullable String accept, boolean requests) {
        if (requests) {
            return REQUESTS;
        }
        return accept != null && accept.contains("text/csv") ? CSV : NDJSON;
    }

    String mediaType() {
        return mediaType;
    }

    abstract String head(Batch batch);

    abstract String line(Batch batch, RowView row);

    private static List<String> fields(Batch batch) {
        List<String> named =
                batch.columns().stream().filter(field -> !field.isEmpty()).toList();
        return named.isEmpty() ? List.of("achievement", "recipient.email", "externalId") : named;
    }

    private static String sentence(Violation fault) {
        return fault.pointer().isEmpty()
                ? fault.detail()
                : fault.pointer().substring(1).replace('/', '.') + ": " + fault.detail();
    }

    private static String cell(@Nullable ObjectNode request, String field) {
        JsonNode value = request == null ? null : request.at("/" + field.replace('.', '/'));
        return value == null || value.isMissingNode()
                ? ""
                : value.isContainerNode() ? value.toString() : value.asText();
    }
}
