package org.laurel.verifying.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.laurel.document.credential.OpenBadges;
import org.laurel.securing.status.reading.StatusEntry;
import org.laurel.securing.status.reading.StatusListException;
import org.laurel.verifying.report.CheckOutcome;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;

/** What both status checks share: they look at every entry that is for their purpose. */
abstract class StatusCheck extends Check {
    private static final int MOST_ENTRIES = 8;

    private final String purpose;
    private final ProblemKind kind;
    private final StatusLookup lookup;

    StatusCheck(String id, String title, String purpose, ProblemKind kind, StatusLookup lookup) {
        super(
                id,
                title,
                "Bitstring Status List 1.0 §3.2; OB 3.0 Verification and Validation",
                true,
                Set.of("issuer-key"));
        this.purpose = purpose;
        this.kind = kind;
        this.lookup = lookup;
    }

    @Override
    public final Uni<Examined> run(Examination examination) {
        List<Entry> entries = entries(examination).stream().filter(this::isMine).toList();
        if (entries.isEmpty()) {
            return now(CheckResult.skipped("it names no list for " + purpose), examination);
        }
        return Multi.createFrom()
                .iterable(entries)
                .onItem()
                .transformToUniAndConcatenate(entry -> judge(entry, examination))
                .collect()
                .asList()
                .map(results -> new Examined(worst(results), examination));
    }

    /** Whether an entry is for this check. */
    boolean isMine(Entry entry) {
        return OpenBadges.STATUS_LIST_ENTRY.equals(entry.type())
                && purpose.equals(entry.json().path("statusPurpose").textValue());
    }

    /** Whether the status is set; fails with {@link KeyException}. */
    Uni<Boolean> isSet(Entry entry, Examination examination) {
        try {
            return lookup.isSet(StatusEntry.read(entry.json()), examination);
        } catch (StatusListException e) {
            return Uni.createFrom().failure(StatusLookup.failure(e));
        }
    }

    private Uni<CheckResult> judge(Entry entry, Examination examination) {
        return isSet(entry, examination)
                .map(set -> set
                        ? CheckResult.failed(new Problem(kind, "the issuer's list says so", entry.pointer()))
                        : CheckResult.passed(""))
                .onFailure(KeyException.class)
                .recoverWithItem(failure -> unknown((KeyException) failure, entry.pointer()));
    }

    private static CheckResult unknown(KeyException failure, String pointer) {
        Problem problem = failure.problem(pointer);
        return failure.isOpen() ? CheckResult.indeterminate(problem) : CheckResult.failed(problem);
    }

    private static CheckResult worst(List<CheckResult> results) {
        Optional<CheckResult> failed =
                results.stream().filter(r -> r.outcome() == CheckOutcome.FAILED).findFirst();
        Optional<CheckResult> open = results.stream()
                .filter(r -> r.outcome() == CheckOutcome.INDETERMINATE)
                .findFirst();
        return failed.or(() -> open).orElseGet(() -> results.get(0));
    }

    private static List<Entry> entries(Examination examination) {
        JsonNode status = examination.credential().document().json().path("credentialStatus");
        List<Entry> entries = new ArrayList<>();
        if (status.isObject()) {
            entries.add(new Entry(status, "/credentialStatus"));
        }
        for (int i = 0; status.isArray() && i < Math.min(MOST_ENTRIES, status.size()); i++) {
            entries.add(new Entry(status.get(i), "/credentialStatus/" + i));
        }
        return entries;
    }

    /**
     * One status object and where it stands.
     *
     * @param json the object
     * @param pointer where it stands
     */
    record Entry(JsonNode json, String pointer) {

        String type() {
            return json.path("type").asText("");
        }
    }
}
