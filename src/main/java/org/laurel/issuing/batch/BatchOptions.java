package org.laurel.issuing.batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;

/**
 * How a batch is to be done.
 *
 * @param mode what a bad row does to the others
 * @param duplicates what becomes of a row whose badge is held already
 * @param dryRun whether every row is judged and none is awarded
 * @param notifies whether recipients are told of their badges, unless a row says something else
 * @param achievement the micro-credential of rows that name none; empty when they must
 * @param columns the field for each header that is no field's name
 * @param holding whether a dry run waits where a header is no field's name, until somebody says what it is for
 */
public record BatchOptions(
        Mode mode,
        Duplicates duplicates,
        boolean dryRun,
        boolean notifies,
        Optional<String> achievement,
        Map<String, String> columns,
        boolean holding) {
    private static final int MOST_COLUMNS = 200;

    /** What a bad row does to the others. */
    public enum Mode {
        /** Nothing: good rows are awarded. */
        VALID("valid"),
        /** It stops all: no row is awarded. */
        ALL_OR_NOTHING("allOrNothing");

        private final String word;

        Mode(String word) {
            this.word = word;
        }

        static Mode of(String word) {
            return Arrays.stream(values())
                    .filter(mode -> mode.word.equals(word))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /** What becomes of a row whose recipient holds the badge already. */
    public enum Duplicates {
        /** It is passed over, and the award that is there is named. */
        SKIP("skip"),
        /** It is a bad row. */
        FAIL("fail"),
        /** It is awarded again, beside the one that is there; an externalId still names one award only. */
        REISSUE("reissue");

        private final String word;

        Duplicates(String word) {
            this.word = word;
        }

        static Duplicates of(String word) {
            return Arrays.stream(values())
                    .filter(one -> one.word.equals(word))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /** Copies the map. */
    public BatchOptions {
        columns = Map.copyOf(columns);
    }

    /** A row with the micro-credential of the whole file, where it names none. */
    SubmittedRow completed(SubmittedRow row) {
        if (row.fault() == null && !row.request().has("achievement")) {
            achievement.ifPresent(one -> row.request().put("achievement", one));
        }
        return row;
    }

    /** Reads query parameters; a 400 problem names every one that is wrong. */
    static BatchOptions read(Query query) {
        List<Violation> faults = new ArrayList<>();
        String mode = oneOf(query, "mode", List.of("valid", "allOrNothing"), faults);
        String duplicates = oneOf(query, "duplicates", List.of("skip", "fail", "reissue"), faults);
        String dryRun = oneOf(query, "dryRun", List.of("false", "true"), faults);
        String notify = oneOf(query, "notify", List.of("false", "true"), faults);
        String unknown = oneOf(query, "unknown", List.of("refuse", "hold"), faults);
        if (unknown.equals("hold") && dryRun.equals("false")) {
            faults.add(new Violation("?unknown", "invalid", "unknown: hold needs dryRun=true."));
        }
        Map<String, String> columns = columns(query, faults);
        if (!faults.isEmpty()) {
            throw ProblemException.of(ProblemType.BAD_PARAMETER, faults);
        }
        return new BatchOptions(
                Mode.of(mode),
                Duplicates.of(duplicates),
                Boolean.parseBoolean(dryRun),
                Boolean.parseBoolean(notify),
                query.all("achievement").stream().findFirst().filter(text -> !text.isBlank()),
                columns,
                unknown.equals("hold"));
    }

    /** How the rows of a dry run are read anew: as they were, but for what the parameters say. */
    static BatchOptions again(Query query, Batch batch) {
        BatchOptions said = read(name -> {
            List<String> given = query.all(name);
            return switch (name) {
                case "dryRun" -> List.of("true");
                case "unknown" -> List.of("hold");
                case "mode" -> given.isEmpty() ? List.of(batch.mode().toString()) : given;
                case "duplicates" ->
                    given.isEmpty() ? List.of(batch.duplicates().toString()) : given;
                case "notify" -> given.isEmpty() ? List.of(Boolean.toString(batch.notifies())) : given;
                case "achievement" ->
                    given.isEmpty()
                            ? Stream.ofNullable(batch.file().achievement()).toList()
                            : given;
                default -> given;
            };
        });
        Columns before = batch.file().columns();
        Map<String, String> columns = new LinkedHashMap<>();
        for (int i = 0; i < before.headers().size(); i++) {
            if (!before.fields().get(i).equals(Columns.UNTOLD)) {
                columns.put(before.headers().get(i), before.fields().get(i));
            }
        }
        columns.putAll(said.columns());
        return new BatchOptions(
                said.mode(), said.duplicates(), true, said.notifies(), said.achievement(), columns, true);
    }

    private static Map<String, String> columns(Query query, List<Violation> faults) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (String mapping : query.all("column")) {
            int equals = mapping.lastIndexOf('=');
            if (equals < 1 || columns.size() == MOST_COLUMNS) {
                faults.add(new Violation(
                        "?column", "invalid", "column: expected header=field, such as E-mail=recipient.email."));
            } else {
                columns.put(
                        mapping.substring(0, equals).strip(),
                        mapping.substring(equals + 1).strip());
            }
        }
        return columns;
    }

    /** The first is the default. */
    private static String oneOf(Query query, String name, List<String> words, List<Violation> faults) {
        String given = query.all(name).stream().findFirst().orElse(words.get(0));
        if (!words.contains(given)) {
            faults.add(new Violation("?" + name, "invalid", name + ": expected " + String.join(" or ", words) + "."));
            return words.get(0);
        }
        return given;
    }

    /** The parameters of a request. */
    @FunctionalInterface
    public interface Query {

        /** Every value of a parameter, in order. */
        List<String> all(String name);
    }
}
