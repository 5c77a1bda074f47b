package org.laurel.issuing.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.door.Answer;
import org.laurel.shared.encoding.CsvText;
import org.laurel.shared.problem.Violation;

/** How the account of a batch is written. */
enum ResultFormat {
    /** One object a line. */
    NDJSON("application/x-ndjson", "ndjson") {
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
    REQUESTS("application/x-ndjson", "ndjson") {
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
    CSV("text/csv", "csv") {
        /** Spreadsheets take a file without a byte order mark for something else than UTF-8. */
        @Override
        String savedHead(Batch batch) {
            return "\uFEFF" + head(batch);
        }

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

    private static final String ACHIEVEMENT = "achievement";

    private final String mediaType;
    private final String ending;

    ResultFormat(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    /** By the Accept header. */
    static ResultFormat of(@Nullable String accept) {
        return accept != null && accept.contains("text/csv") ? CSV : NDJSON;
    }

    /** By the word that asks for a file to be kept; empty when none does. */
    static Optional<ResultFormat> named(List<String> words) {
        return Arrays.stream(values())
                .filter(format -> words.contains(format.name().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** What a file is called that is kept. */
    String fileName(Batch batch, Optional<RowState> state) {
        return "batch-" + batch.id() + state.map(one -> "-" + one).orElse("") + "." + ending;
    }

    /** How a file begins that is kept. */
    String savedHead(Batch batch) {
        return head(batch);
    }

    String mediaType() {
        return mediaType;
    }

    abstract String head(Batch batch);

    abstract String line(Batch batch, RowView row);

    /** The fields of the columns, and the micro-credential that was named for the whole file: rows that go alone need it. */
    private static List<String> fields(Batch batch) {
        List<String> filled = batch.file().columns().filled();
        if (filled.isEmpty()) {
            return List.of(ACHIEVEMENT, "recipient.email", "externalId");
        }
        List<String> all = new ArrayList<>(filled);
        if (batch.file().achievement() != null && !filled.contains(ACHIEVEMENT)) {
            all.add(ACHIEVEMENT);
        }
        return all;
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
