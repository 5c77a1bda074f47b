package org.laurel.issuing.batch;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.issuing.award.AwardCredential;
import org.laurel.issuing.award.AwardRequest;
import org.laurel.issuing.award.Awards;
import org.laurel.issuing.award.Awards.Held;
import org.laurel.issuing.award.Awards.Referenced;
import org.laurel.issuing.batch.BatchOptions.Duplicates;
import org.laurel.issuing.batch.Chunks.WaitingRow;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.shared.encoding.Hex;
import org.laurel.shared.json.RecordReader;
import org.laurel.shared.problem.Violation;

/** Judges the rows of a chunk: which are to be awarded, and what came of the others. Alike for a dry run and a real one. */
@ApplicationScoped
class RowJudge {
    private final RowSeal seal;
    private final AwardCredential awardCredential;
    private final Awards awards;

    RowJudge(RowSeal seal, AwardCredential awardCredential, Awards awards) {
        this.seal = seal;
        this.awardCredential = awardCredential;
        this.awards = awards;
    }

    /**
     * What is to be done with rows.
     *
     * @param good the rows to be awarded
     * @param settled what came of the others
     */
    record Judgement(List<Good> good, List<Outcome> settled) {}

    /** A row to be awarded. */
    record Good(int row, AwardRequest request) {}

    /** A row that could be read, and by what its person is found again. */
    private record Readable(WaitingRow row, AwardRequest request) {}

    /** What is held and referenced already. */
    private record Present(List<Held> held, Map<String, Referenced> referenced) {}

    /**
     * Judges rows, in their order.
     *
     * @param composing whether each badge is composed to be judged, where nothing is awarded after it
     */
    Uni<Judgement> judge(Issuer issuer, Batch batch, List<WaitingRow> rows, boolean composing) {
        List<Outcome> settled = new ArrayList<>();
        List<Readable> readable = new ArrayList<>();
        for (WaitingRow row : rows) {
            read(batch, row, readable, settled);
        }
        if (readable.isEmpty()) {
            return Uni.createFrom().item(new Judgement(List.of(), settled));
        }
        List<AwardRequest> requests = readable.stream().map(Readable::request).toList();
        return present(batch.issuerNo(), readable).chain(present -> (composing
                        ? awardCredential.rehearse(issuer, requests)
                        : awardCredential.consider(issuer, requests))
                .map(rehearsed -> {
                    List<Good> good = new ArrayList<>();
                    for (int i = 0; i < readable.size(); i++) {
                        Readable one = readable.get(i);
                        outcome(batch, one, rehearsed.get(i), present)
                                .ifPresentOrElse(
                                        settled::add,
                                        () -> good.add(new Good(one.row().number(), one.request())));
                    }
                    return new Judgement(good, settled);
                }));
    }

    private void read(Batch batch, WaitingRow row, List<Readable> readable, List<Outcome> settled) {
        Optional<SubmittedRow> submitted = seal.open(batch, row.number(), row.sealed());
        if (submitted.isEmpty()) {
            settled.add(Outcome.failed(
                    row.number(), List.of(new Violation("", "erased", "The person in this row has been erased."))));
            return;
        }
        Violation fault = submitted.get().fault();
        if (fault != null) {
            settled.add(Outcome.failed(row.number(), List.of(fault)));
            return;
        }
        var reading = RecordReader.bind(submitted.get().request(), AwardRequest.class);
        reading.value()
                .ifPresentOrElse(
                        request -> readable.add(new Readable(row, batch.notifies() ? request.telling() : request)),
                        () -> settled.add(Outcome.failed(row.number(), reading.violations())));
    }

    private Uni<Present> present(int issuerNo, List<Readable> readable) {
        List<byte[]> lookups = readable.stream()
                .map(one -> one.row().lookup())
                .flatMap(lookup -> Optional.ofNullable(lookup).stream())
                .toList();
        List<String> references = readable.stream()
                .flatMap(one -> Optional.ofNullable(one.request().externalId()).stream())
                .distinct()
                .toList();
        Uni<List<Referenced>> referenced =
                references.isEmpty() ? Uni.createFrom().item(List.of()) : awards.referenced(issuerNo, references);
        return awards.held(issuerNo, lookups)
                .chain(held -> referenced.map(found -> new Present(
                        held, found.stream().collect(Collectors.toMap(Referenced::externalId, Function.identity())))));
    }

    /** What came of a row that is not to be awarded; empty when it is. */
    private static Optional<Outcome> outcome(
            Batch batch, Readable one, AwardCredential.Rehearsal rehearsed, Present present) {
        int row = one.row().number();
        if (!rehearsed.faults().isEmpty()) {
            return Optional.of(Outcome.failed(row, rehearsed.faults()));
        }
        Referenced known = present.referenced().get(String.valueOf(one.request().externalId()));
        if (known != null) {
            return Optional.of(duplicate(
                    batch,
                    row,
                    known.awardId(),
                    known.credentialId(),
                    new Violation("/externalId", "taken", "An award with this externalId exists at this issuer.")));
        }
        Integer twin = one.row().twinOf();
        if (twin != null && (one.row().twinById() || batch.duplicates() != Duplicates.REISSUE)) {
            return Optional.of(duplicate(
                    batch,
                    row,
                    null,
                    null,
                    new Violation(
                            one.row().twinById() ? "/externalId" : "",
                            "twice",
                            "Row " + twin
                                    + (one.row().twinById()
                                            ? " has the same externalId."
                                            : " awards the same to the same recipient."))));
        }
        return batch.duplicates() == Duplicates.REISSUE
                ? Optional.empty()
                : held(one, rehearsed.achievementId(), present)
                        .map(held -> duplicate(
                                batch,
                                row,
                                held.awardId(),
                                held.credentialId(),
                                new Violation("/recipient", "held", "The recipient holds this badge already.")));
    }

    private static Optional<Held> held(Readable one, @Nullable String achievementId, Present present) {
        byte[] lookup = one.row().lookup();
        String person = lookup == null ? "" : Hex.encode(lookup);
        return present.held().stream()
                .filter(held ->
                        held.lookup().equals(person) && held.achievementId().equals(achievementId))
                .findFirst();
    }

    /** An externalId names one award for ever, so that a row with one that is taken cannot be awarded again either. */
    private static Outcome duplicate(
            Batch batch, int row, @Nullable String awardId, @Nullable String credentialId, Violation why) {
        RowState state = batch.duplicates() == Duplicates.SKIP ? RowState.SKIPPED : RowState.FAILED;
        return new Outcome(row, state, awardId, credentialId, List.of(why));
    }
}
