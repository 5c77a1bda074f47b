package org.laurel.web.console.batch;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.laurel.access.caller.Caller;
import org.laurel.access.role.Scope;
import org.laurel.issuing.achievement.AchievementDefinition;
import org.laurel.issuing.batch.BatchDoor;
import org.laurel.issuing.batch.BatchView;
import org.laurel.issuing.batch.RowState;
import org.laurel.issuing.batch.RowView;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.issuer.Issuers;
import org.laurel.shared.store.PublicId;
import org.laurel.verifying.report.Wording;

/** Makes the page of a batch: where it stands, what can be done now, and the account of its rows. */
@Singleton
class BatchPage {
    private static final int FIRST = 10;
    private static final int FAULTS = 25;
    private static final int PAGE = 50;
    private static final List<String> STATES =
            List.of("", "awarded", "valid", "skipped", "failed", "waiting", "cancelled");

    /** What columns are for most often. */
    private static final List<String> USUAL = List.of(
            "recipient.email",
            "recipient.name",
            "achievement",
            "validFrom",
            "validUntil",
            "creditsEarned",
            "externalId");

    private static final List<String> MORE = List.of(
            "recipient.did",
            "recipient.identifiers.0.value",
            "recipient.identifiers.0.identityType",
            "term",
            "role",
            "narrative",
            "licenseNumber",
            "activityStartDate",
            "activityEndDate",
            "evidence.0.id",
            "evidence.0.name",
            "evidence.0.narrative",
            "results.0.resultDescription",
            "results.0.value");

    private final BatchDoor door;
    private final Issuers issuers;
    private final Badges badges;
    private final Template template;
    private final Clock clock;

    BatchPage(
            BatchDoor door,
            Issuers issuers,
            Badges badges,
            @Location("web/batch.html") Template template,
            Clock clock) {
        this.door = door;
        this.issuers = issuers;
        this.badges = badges;
        this.template = template;
        this.clock = clock;
    }

    /**
     * What of it is wanted.
     *
     * @param state of the rows; empty for all
     * @param after the row before the first one
     */
    record Wanted(String state, int after) {
        static final Wanted BEGINNING = new Wanted("", 0);

        /** As an address says it; what makes no sense is the beginning. */
        static Wanted of(String state, String after) {
            return new Wanted(
                    STATES.contains(state) ? state : "", after.matches("\\d{1,9}") ? Integer.parseInt(after) : 0);
        }

        Optional<RowState> rowState() {
            return state.isEmpty() ? Optional.empty() : Optional.of(RowState.of(state));
        }
    }

    /**
     * What is said besides.
     *
     * @param done what was done
     * @param alert what was not, and why
     * @param faults of fields, by their names
     * @param entered what was entered, by the names of the fields
     */
    record Said(String done, String alert, Map<String, String> faults, Map<String, String> entered) {
        static Said done(String done) {
            return new Said(done, "", Map.of(), Map.of());
        }

        static Said alert(String alert) {
            return new Said("", alert, Map.of(), Map.of());
        }
    }

    /** What was read for the page. */
    private record Read(
            Issuer issuer,
            BatchView batch,
            List<RowView> rows,
            List<RowView> faulty,
            List<List<String>> samples,
            List<AchievementDefinition> badges) {}

    /** The page; a 404 problem when there is no such batch for them. */
    Uni<TemplateInstance> of(Caller caller, String id, Wanted wanted, Said said, Wording words) {
        return door.get(caller, id).chain(batch -> read(caller, batch, wanted)).map(read -> filled(
                        read, caller, wanted, words)
                .data("done", said.done())
                .data("alert", said.alert())
                .data("faults", said.faults())
                .data("entered", said.entered()));
    }

    private Uni<Read> read(Caller caller, BatchView batch, Wanted wanted) {
        int number = PublicId.parse(batch.id()).orElseThrow().issuerNo();
        boolean looked = isLook(batch, wanted);
        return Uni.combine()
                .all()
                .unis(
                        issuers.find(number).map(Optional::orElseThrow),
                        door.rows(
                                caller,
                                batch.id(),
                                wanted.rowState(),
                                new BatchDoor.RowsAfter(wanted.after(), looked ? FIRST : PAGE + 1)),
                        looked && batch.failed() > 0
                                ? door.rows(
                                        caller,
                                        batch.id(),
                                        Optional.of(RowState.FAILED),
                                        new BatchDoor.RowsAfter(0, FAULTS))
                                : Uni.createFrom().item(List.<RowView>of()),
                        batch.dryRun()
                                ? door.samples(caller, batch.id())
                                : Uni.createFrom().item(List.<List<String>>of()),
                        badges.of(number))
                .usingConcurrencyOf(1)
                .asTuple()
                .map(all -> new Read(
                        all.getItem1(), batch, all.getItem2(), all.getItem3(), all.getItem4(), all.getItem5()));
    }

    /** A dry run shows the first rows, and what is wrong, until somebody asks for more. */
    private static boolean isLook(BatchView batch, Wanted wanted) {
        return batch.dryRun() && wanted.equals(Wanted.BEGINNING);
    }

    private TemplateInstance filled(Read read, Caller caller, Wanted wanted, Wording words) {
        RowWords rows = new RowWords(read.batch(), read.badges(), words);
        ShownBatch batch = new ShownBatch(read.batch(), words, clock);
        boolean looked = isLook(read.batch(), wanted);
        boolean more = !looked && read.rows().size() > PAGE;
        List<ShownRow> shown = read.rows().stream()
                .limit(looked ? FIRST : PAGE)
                .map(rows::shown)
                .toList();
        boolean may = caller.may(Scope.AWARD_CREATE, read.issuer().number())
                && read.issuer().hindrance().isEmpty();
        return template.data("bulk", words.texts("bulk."))
                .data("signedIn", true)
                .data("issuer", read.issuer())
                .data("batch", batch)
                .data("may", may)
                .data("columns", columns(read, rows))
                .data("fields", named(USUAL, words))
                .data("moreFields", named(MORE, words))
                .data("badges", Badges.direct(read.badges()))
                .data("look", looked)
                .data("rows", shown)
                .data("faulty", read.faulty().stream().map(rows::shown).toList())
                .data("filters", filters(read.batch(), wanted, words))
                .data("wanted", wanted.state())
                .data("first", wanted.after() == 0)
                .data("next", more ? shown.get(shown.size() - 1).number() : 0)
                .data("query", query(wanted));
    }

    private static String query(Wanted wanted) {
        return wanted.equals(Wanted.BEGINNING) ? "" : "?state=" + wanted.state() + "&after=" + wanted.after();
    }

    private static List<ShownColumn> columns(Read read, RowWords rows) {
        List<BatchView.ColumnView> columns =
                Objects.requireNonNullElse(read.batch().columns(), List.<BatchView.ColumnView>of());
        List<ShownColumn> shown = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int place = i;
            String field = columns.get(i).field();
            String guessed = field == null ? guess(columns.get(i).header(), columns) : field;
            String chosen = field != null && field.isEmpty() ? ShownColumn.LEFT_OUT : guessed;
            boolean usual =
                    chosen.equals(ShownColumn.LEFT_OUT) || !rows.label(chosen).equals(chosen);
            shown.add(new ShownColumn(
                    i,
                    columns.get(i).header(),
                    read.samples().stream()
                            .filter(cells ->
                                    cells.size() > place && !cells.get(place).isBlank())
                            .map(cells -> cells.get(place).strip())
                            .findFirst()
                            .orElse(""),
                    chosen,
                    field != null,
                    usual || chosen.isEmpty() ? List.of() : List.of(chosen)));
        }
        return shown;
    }

    /** What no other column is for. */
    private static String guess(String header, List<BatchView.ColumnView> columns) {
        String guess = Guesses.of(header);
        return columns.stream().anyMatch(column -> guess.equals(column.field())) ? "" : guess;
    }

    /** A field with what it is called. */
    public record ShownField(String field, String label) {}

    private static List<ShownField> named(List<String> fields, Wording words) {
        return fields.stream()
                .map(field -> new ShownField(field, words.text("bulk.field." + field)))
                .toList();
    }

    /** A way to see some rows only, with how many they are. */
    public record Filter(String state, String label, String count, boolean here) {}

    private static List<Filter> filters(BatchView batch, Wanted wanted, Wording words) {
        Map<String, Integer> counts = Map.of(
                "", batch.total(),
                "awarded", batch.awarded(),
                "valid", batch.valid(),
                "skipped", batch.skipped(),
                "failed", batch.failed(),
                "waiting", 0,
                "cancelled", 0);
        return STATES.stream()
                .filter(state -> state.isEmpty() || state.equals(wanted.state()) || counts.getOrDefault(state, 0) > 0)
                .map(state -> new Filter(
                        state,
                        words.text(state.isEmpty() ? "bulk.allRows" : "bulk.rows." + state.toLowerCase(Locale.ROOT)),
                        counts.getOrDefault(state, 0) > 0 ? Counts.number(counts.getOrDefault(state, 0), words) : "",
                        state.equals(wanted.state())))
                .toList();
    }
}
