package org.laurel.issuing.batch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;

/**
 * What the columns of a file are for.
 *
 * @param headers as they stand in the file, in order
 * @param fields the field of each; empty for one that is passed over, {@link #UNTOLD} where nobody has said yet
 */
record Columns(List<String> headers, List<String> fields) {
    /** Of a column of which nobody has said what it is for; no field is called so. */
    static final String UNTOLD = "?";
    /** Those of a file that has none. */
    static final Columns NONE = new Columns(List.of(), List.of());

    private static final Fields FIELDS = new Fields();
    private static final int MOST = 200;
    private static final int LONGEST = 40;

    /** Copies the lists. */
    Columns {
        headers = List.copyOf(headers);
        fields = List.copyOf(fields);
    }

    /**
     * Reads a header row.
     *
     * @param mapped the field for each header that is no field's name
     * @param holding whether what is not known, or there twice, is left untold; else the file is refused
     */
    static Columns read(List<String> header, Map<String, String> mapped, boolean holding)
            throws UnreadableFileException {
        List<String> headers = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String cell : header) {
            if (cell.indexOf('\0') >= 0) {
                throw UnreadableFileException.atRow(
                        1, "not-utf-8", "expected UTF-8, got NUL characters, as UTF-16 and UTF-32 have");
            }
            String name = cell.strip();
            headers.add(name);
            String field = mapped.getOrDefault(name, name);
            if (field.isEmpty() || Fields.isOfResults(field)) {
                fields.add("");
                continue;
            }
            boolean waits = holding && !mapped.containsKey(name);
            Optional<String> known = FIELDS.named(field);
            boolean twice = known.isPresent() && !seen.add(known.get());
            if (twice && !waits) {
                throw UnreadableFileException.atRow(1, "column-twice", "two columns are for " + known.get());
            }
            if (known.isEmpty() && !waits) {
                unknown.add("\"" + (name.length() > LONGEST ? name.substring(0, LONGEST) + "…" : name) + "\"");
            }
            fields.add(twice ? UNTOLD : known.orElse(UNTOLD));
        }
        if (headers.size() > MOST || !unknown.isEmpty()) {
            throw unknown(
                    headers.size() > MOST
                            ? "expected at most " + MOST + " columns"
                            : "no field is called " + String.join(", ", unknown));
        }
        return new Columns(headers, fields);
    }

    private static UnreadableFileException unknown(String which) {
        return new UnreadableFileException(
                ProblemType.INVALID,
                new Violation("row 1", "unknown-column", "Row 1: " + which + "; the fields are " + FIELDS.all() + "."));
    }

    /** Whether nobody has said yet what one of them is for. */
    boolean areUntold() {
        return fields.contains(UNTOLD);
    }

    /** The fields that are filled, in order. */
    List<String> filled() {
        return fields.stream()
                .filter(field -> !field.isEmpty() && !field.equals(UNTOLD))
                .toList();
    }
}
