package org.laurel.verifying.check;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.laurel.securing.status.reading.StatusEntry;
import org.laurel.securing.status.reading.StatusListException;
import org.laurel.securing.status.reading.StatusListKind;
import org.laurel.verifying.check.StatusEntries.Entry;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.ListReport;
import org.laurel.verifying.report.Problem;

/** What all status checks share: they look at every entry that is theirs, and tell each one's problem. */
abstract class StatusCheck extends Check {
    private final StatusLookup lookup;

    StatusCheck(String id, String title, boolean fatal, StatusLookup lookup) {
        super(
                id,
                title,
                "Bitstring Status List 1.0 §3.2; OB 3.0 Verification and Validation",
                fatal,
                Set.of("issuer-key"));
        this.lookup = lookup;
    }

    /** Whether an entry is for this check. */
    abstract boolean isMine(Entry entry);

    /** What the value of an entry comes to. */
    abstract CheckResult result(Entry entry, StatusValue value);

    /** Why there is nothing to do. */
    abstract String nothing();

    @Override
    public final Uni<Examined> run(Examination examination) {
        List<Entry> entries =
                StatusEntries.of(examination).stream().filter(this::isMine).toList();
        List<CheckResult> unread = StatusEntries.unread(examination).stream()
                .map(CheckResult::indeterminate)
                .toList();
        if (entries.isEmpty() && unread.isEmpty()) {
            return now(CheckResult.skipped(nothing()), examination);
        }
        return Multi.createFrom()
                .iterable(entries)
                .onItem()
                .transformToUniAndConcatenate(entry -> judge(entry, examination))
                .collect()
                .asList()
                .map(looked -> new Examined(
                        Together.of(Stream.concat(looked.stream().map(Looked::result), unread.stream())
                                .toList()),
                        examination.read(looked.stream()
                                .flatMap(one -> one.list().stream())
                                .toList())));
    }

    /** What the list says; fails with {@link KeyException}. */
    Uni<StatusValue> value(Entry entry, Examination examination) {
        try {
            StatusListKind kind = entry.kind().orElseThrow();
            return lookup.value(StatusEntry.read(kind, entry.json()), examination);
        } catch (StatusListException e) {
            return Uni.createFrom().failure(StatusLookup.failure(e));
        }
    }

    private Uni<Looked> judge(Entry entry, Examination examination) {
        return value(entry, examination)
                .map(value -> new Looked(result(entry, value), Optional.ofNullable(value.list())))
                .onFailure(KeyException.class)
                .recoverWithItem(
                        failure -> new Looked(unknown((KeyException) failure, entry.pointer()), Optional.empty()));
    }

    private static CheckResult unknown(KeyException failure, String pointer) {
        Problem problem = failure.problem(pointer);
        return failure.isOpen() ? CheckResult.indeterminate(problem) : CheckResult.failed(problem);
    }

    private record Looked(CheckResult result, Optional<ListReport> list) {}
}
