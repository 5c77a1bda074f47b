package org.laurel.issuing.batch;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;

/**
 * CSV as spreadsheets write it (RFC 4180): a header row, quoted cells, commas or semicolons, empty lines left where they
 * were. An empty cell is an absent member.
 */
final class CsvFile implements RowFile {
    private static final int LONGEST = 1 << 20;
    private static final int LOOK = 8192;

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final CellRows rows;
    private final Columns columns;
    private int row;

    /** Reads the header. */
    CsvFile(Reader text, BatchOptions options) throws UnreadableFileException {
        PushbackReader start = new PushbackReader(text, LOOK);
        char separator = separator(start);
        this.reader = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .allowUnclosedQuote(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(LONGEST)
                .ofCsvRecord(start);
        this.records = reader.iterator();
        this.columns = Columns.read(header().getFields(), options.columns(), options.holding());
        this.rows = new CellRows(columns, separator == ';', options.dryRun());
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

    @Override
    public Columns columns() {
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
        return rows.row(row, record.getFields());
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
