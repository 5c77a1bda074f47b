package org.laurel.issuing.batch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.json.MalformedJsonException;
import org.laurel.shared.json.StrictJson;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;

/**
 * CSV as spreadsheets write it (RFC 4180): a header row, quoted cells, commas or semicolons, empty lines left where they
 * were. An empty cell is an absent member.
 */
final class CsvFile implements RowFile {
    private static final int MOST_COLUMNS = 200;
    private static final Fields FIELDS = new Fields();

    private static final int LONGEST = 1 << 20;
    private static final int LOOK = 8192;

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final CsvCells cells;
    private final List<String> columns;
    private int row;

    /** Reads the header. */
    CsvFile(Reader text, Map<String, String> mapped) throws UnreadableFileException {
        PushbackReader start = new PushbackReader(text, LOOK);
        char separator = separator(start);
        this.cells = new CsvCells(FIELDS, separator == ';');
        this.reader = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .allowUnclosedQuote(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(LONGEST)
                .ofCsvRecord(start);
        this.records = reader.iterator();
        this.columns = columns(header(), mapped);
    }

    /** A semicolon when the first line has more of them than commas outside quotes. */
    private static char separator(PushbackReader start) throws UnreadableFileException {
        char[] head = new char[LOOK];
        int length = 0;
        try {
            for (int read = 0; read >= 0 && length < LOOK; length += Math.max(read, 0)) {
                read = start.read(head, length, LOOK - length);
            }
            start.unread(head, 0, length);
        } catch (IOException e) {
            throw broken(1, e);
        }
        int semicolons = 0;
        int commas = 0;
        boolean quoted = false;
        for (int i = 0; i < length && (quoted || head[i] != '\n'); i++) {
            quoted ^= head[i] == '"';
            semicolons += !quoted && head[i] == ';' ? 1 : 0;
            commas += !quoted && head[i] == ',' ? 1 : 0;
        }
        return semicolons > commas ? ';' : ',';
    }

    private CsvRecord header() throws UnreadableFileException {
        return record().orElseThrow(
                        () -> UnreadableFileException.atRow(1, "no-header", "expected column names, got nothing"));
    }

    private static List<String> columns(CsvRecord header, Map<String, String> mapped) throws UnreadableFileException {
        List<String> columns = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String cell : header.getFields()) {
            if (cell.indexOf('\0') >= 0) {
                throw UnreadableFileException.atRow(
                        1, "not-utf-8", "expected UTF-8, got NUL characters, as UTF-16 and UTF-32 have");
            }
            String name = cell.strip();
            String field = mapped.getOrDefault(name, name);
            if (field.isEmpty() || Fields.isOfResults(field)) {
                columns.add("");
                continue;
            }
            Optional<String> known = FIELDS.named(field);
            if (known.isEmpty()) {
                unknown.add("\"" + (name.length() > 40 ? name.substring(0, 40) + "…" : name) + "\"");
            } else if (!seen.add(known.get())) {
                throw UnreadableFileException.atRow(1, "column-twice", "two columns are for " + known.get());
            }
            columns.add(known.orElse(""));
        }
        if (!unknown.isEmpty() || columns.size() > MOST_COLUMNS) {
            String which = unknown.isEmpty()
                    ? "expected at most " + MOST_COLUMNS + " columns"
                    : "no field is called " + String.join(", ", unknown);
            throw new UnreadableFileException(
                    ProblemType.INVALID,
                    new Violation(
                            "row 1", "unknown-column", "Row 1: " + which + "; the fields are " + FIELDS.all() + "."));
        }
        return List.copyOf(columns);
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public Optional<SubmittedRow> next() throws UnreadableFileException {
        Optional<CsvRecord> record = record();
        while (record.isPresent() && isBlank(record.get())) {
            record = record();
        }
        return record.map(this::submitted);
    }

    private static boolean isBlank(CsvRecord record) {
        return record.getFields().stream().allMatch(String::isBlank);
    }

    private SubmittedRow submitted(CsvRecord record) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < Math.min(record.getFieldCount(), columns.size()); i++) {
            String cell = record.getField(i).strip();
            if (!columns.get(i).isEmpty() && !cell.isEmpty()) {
                cells.put(request, columns.get(i), cell);
            }
        }
        return new SubmittedRow(row, request, fault(record, request));
    }

    private @Nullable Violation fault(CsvRecord record, ObjectNode request) {
        if (record.getFields().stream().skip(columns.size()).anyMatch(cell -> !cell.isBlank())) {
            return new Violation(
                    "",
                    "too-many-cells",
                    "Expected " + columns.size() + " cells as in the header, got " + record.getFieldCount() + ".");
        }
        try {
            StrictJson.check(request);
            return null;
        } catch (MalformedJsonException e) {
            return new Violation("", "malformed", "The row cannot be read: " + e.getMessage() + ".");
        }
    }

    private Optional<CsvRecord> record() throws UnreadableFileException {
        row++;
        try {
            return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } catch (UncheckedIOException e) {
            throw broken(row, Objects.requireNonNull(e.getCause()));
        } catch (CsvParseException e) {
            throw e.getCause() instanceof IOException cause ? broken(row, cause) : malformed(row, e);
        }
    }

    private static UnreadableFileException malformed(int row, CsvParseException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("buffer")) {
            return UnreadableFileException.atRow(
                    row, "row-too-long", "expected cells of at most 1 Mi characters; is a quote never closed?");
        }
        return UnreadableFileException.atRow(row, "unbalanced-quotes", "the quotes of a cell do not match: " + message);
    }

    private static UnreadableFileException broken(int row, IOException e) {
        return e instanceof CharacterCodingException
                ? UnreadableFileException.atRow(
                        row,
                        "not-utf-8",
                        "expected UTF-8, got other bytes here or soon after; save the file as \"CSV UTF-8\" and send it"
                                + " again")
                : RowFiles.broken(e);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
