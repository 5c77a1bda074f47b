package org.laurel.issuing.batch;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.laurel.access.caller.Caller;
import org.laurel.issuing.batch.Batches.StoredRow;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.issuer.Issuers;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;
import org.laurel.shared.store.Page;
import org.laurel.shared.store.PageRequest;
import org.laurel.shared.store.PublicId;

/** What callers do with batches that are there: look at them, stop them, award what was looked at, take back. */
@ApplicationScoped
public class BatchDoor {
    /** For how long taking back can be undone. */
    public static final Duration SECOND_THOUGHTS = Duration.ofMinutes(5);

    private static final int SAMPLES = 3;

    private final Batches batches;
    private final DryRuns dryRuns;
    private final BatchResults results;
    private final RowSeal seal;
    private final Issuers issuers;
    private final BatchWorker worker;
    private final Clock clock;

    BatchDoor(
            Batches batches,
            DryRuns dryRuns,
            BatchResults results,
            RowSeal seal,
            Issuers issuers,
            BatchWorker worker,
            Clock clock) {
        this.batches = batches;
        this.dryRuns = dryRuns;
        this.results = results;
        this.seal = seal;
        this.issuers = issuers;
        this.worker = worker;
        this.clock = clock;
    }

    /** How somebody stops a batch, or lets it go on. */
    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    public enum Step {
        /** Begins no further rows. */
        PAUSE(List.of(BatchState.QUEUED, BatchState.RUNNING), BatchState.PAUSED, "batch.paused"),
        /** Goes on where it stopped. */
        RESUME(List.of(BatchState.PAUSED), BatchState.QUEUED, "batch.resumed"),
        /** Ends it for good. */
        CANCEL(
                List.of(BatchState.CHECKING, BatchState.QUEUED, BatchState.RUNNING, BatchState.PAUSED),
                BatchState.CANCELLED,
                "batch.cancelled");

        private final List<BatchState> from;
        private final BatchState to;
        private final String event;

        Step(List<BatchState> from, BatchState to, String event) {
            this.from = from;
            this.to = to;
            this.event = event;
        }
    }

    /** An issuer's, newest first. */
    public Uni<Page<BatchView>> list(Issuer issuer, PageRequest page) {
        return batches.list(issuer.number(), page).map(found -> found.map(this::view));
    }

    /** One; a 404 problem when there is none that they reach. */
    public Uni<BatchView> get(Caller caller, String id) {
        return find(caller, id).map(this::view);
    }

    /**
     * The account of its rows, in the order of the file.
     *
     * @param state of those that are wanted; empty for all
     * @param after where they begin
     */
    public Uni<List<RowView>> rows(Caller caller, String id, Optional<RowState> state, RowsAfter after) {
        return find(caller, id).chain(batch -> results.page(batch, state, after.row(), after.limit()));
    }

    /**
     * Which rows are wanted.
     *
     * @param row the number of the last one before them
     * @param limit how many at most
     */
    public record RowsAfter(int row, int limit) {}

    /** The cells of the first few rows as they stand in the file; none where they are not kept. */
    public Uni<List<List<String>>> samples(Caller caller, String id) {
        return find(caller, id).chain(batch -> results.cells(batch, SAMPLES));
    }

    /** Takes a step. Moving to the state that it is in changes nothing, so that retries are safe. */
    public Uni<BatchView> step(Caller caller, String id, Step step) {
        return changed(
                        caller,
                        id,
                        batch -> batch.state() == step.to
                                ? Uni.createFrom().item(true)
                                : batches.move(batch, step.from, step.to, step.event, caller.name())
                                        .invoke(moved -> {
                                            if (!moved) {
                                                throw conflict("The batch is " + batch.state() + ".");
                                            }
                                        }))
                .invoke(worker::wake);
    }

    /**
     * Reads the rows of a dry run anew, with what its columns are for and how it is to be done, and has them judged again. A 409
     * problem when it is none, or at work.
     */
    public Uni<BatchView> again(Caller caller, String id, BatchOptions.Query query) {
        return changed(caller, id, batch -> {
                    BatchOptions options = BatchOptions.again(query, batch);
                    Columns columns = columns(batch, options);
                    return dryRuns.again(batch, new DryRuns.Anew(options, columns, rows -> rows.stream()
                                    .map(row -> reread(batch, row, columns, options))
                                    .toList()))
                            .invoke(read -> {
                                if (!read) {
                                    throw conflict(notAgain(batch));
                                }
                            });
                })
                .invoke(worker::wake);
    }

    private static String notAgain(Batch batch) {
        return batch.dryRun()
                ? "The batch is " + batch.state()
                        + "; pause or cancel it before its rows are read anew, within the time" + " that they are kept."
                : "The batch is no dry run.";
    }

    private static Columns columns(Batch batch, BatchOptions options) {
        Columns before = batch.file().columns();
        if (before.headers().isEmpty()) {
            if (!options.columns().isEmpty()) {
                throw ProblemException.of(
                        ProblemType.BAD_PARAMETER,
                        List.of(new Violation(
                                "?column", "invalid", "column: the file has no columns that are known.")));
            }
            return before;
        }
        try {
            return Columns.read(before.headers(), options.columns(), true);
        } catch (UnreadableFileException e) {
            throw ProblemException.of(ProblemType.INVALID, List.of(e.violation()));
        }
    }

    private StoredRow reread(Batch batch, StoredRow kept, Columns columns, BatchOptions options) {
        SubmittedRow row = seal.open(batch, kept.number(), kept.sealed()).orElseThrow();
        SubmittedRow.Cells cells = row.cells();
        return seal.seal(
                batch,
                cells == null
                        ? row
                        : options.completed(
                                new CellRows(columns, cells.commas(), true).row(row.number(), cells.texts())));
    }

    /**
     * Awards what a dry run found good: all rows are judged again, since what they depend on may have changed. A 409 problem when
     * it is no finished dry run, or nothing would be awarded.
     *
     * @param valid how many the caller knows to be good
     */
    public Uni<BatchView> award(Caller caller, String id, int valid) {
        return changed(caller, id, batch -> issuers.find(batch.issuerNo())
                        .map(found -> found.orElseThrow().issuing())
                        .invoke(issuing -> awardable(batch, valid))
                        .chain(() -> dryRuns.award(batch, valid, caller.name()))
                        .invoke(begun -> {
                            if (!begun) {
                                throw conflict("The batch has changed meanwhile; look at it again.");
                            }
                        }))
                .invoke(worker::wake);
    }

    private static void awardable(Batch batch, int valid) {
        Batch.Counts counts = batch.counts();
        if (!batch.dryRun() || batch.state() != BatchState.COMPLETED) {
            throw conflict(
                    batch.dryRun()
                            ? "The batch is " + batch.state() + "; it can be awarded when every row was looked at."
                            : "The batch is no dry run; it is " + batch.state() + ".");
        }
        if (counts.valid() != valid) {
            throw notConfirmed("/valid", "The batch has " + counts.valid() + " good rows, not " + valid + ".");
        }
        if (counts.valid() == 0) {
            throw conflict("No row of the batch can be awarded.");
        }
        if (batch.mode() == BatchOptions.Mode.ALL_OR_NOTHING && counts.failed() > 0) {
            throw conflict("The batch has " + counts.failed() + " bad rows, and its mode is " + batch.mode() + ".");
        }
        if (batch.times().rowsForgottenAt() != null) {
            throw conflict("What was handed in has been forgotten; hand the file in again.");
        }
    }

    /**
     * Sets that all it awarded is taken back, after the time for second thoughts. A 409 problem when it is still at work, or
     * another number was awarded.
     *
     * @param awarded how many the caller knows to be awarded
     */
    public Uni<BatchView> takeBack(Caller caller, String id, String reason, int awarded) {
        return changed(caller, id, batch -> {
            if (batch.state() != BatchState.COMPLETED && batch.state() != BatchState.CANCELLED) {
                throw conflict("The batch is " + batch.state() + "; cancel it before it is taken back.");
            }
            int counted = batch.counts().awarded();
            if (counted != awarded) {
                throw notConfirmed("/awarded", "The batch awarded " + counted + ", not " + awarded + ".");
            }
            return batches.takeBack(
                            batch,
                            new Batch.TakeBack(clock.instant().plus(SECOND_THOUGHTS), reason, caller.name(), null),
                            caller.name())
                    .invoke(BatchDoor::requireNotBegun);
        });
    }

    /** Undoes that; a 409 problem once revoking has begun. */
    public Uni<BatchView> undo(Caller caller, String id) {
        return changed(caller, id, batch -> batches.takeBack(batch, null, caller.name())
                .invoke(BatchDoor::requireNotBegun));
    }

    private static void requireNotBegun(boolean set) {
        if (!set) {
            throw conflict("The badges of the batch are being revoked already.");
        }
    }

    private Uni<BatchView> changed(Caller caller, String id, Function<Batch, Uni<Boolean>> change) {
        return find(caller, id).chain(change::apply).chain(() -> get(caller, id));
    }

    private Uni<Batch> find(Caller caller, String id) {
        return PublicId.parse(id)
                .filter(parsed -> caller.reaches(parsed.issuerNo()))
                .map(batches::find)
                .orElseThrow(BatchDoor::none)
                .map(found -> found.filter(batch -> batch.state() != BatchState.RECEIVING)
                        .orElseThrow(BatchDoor::none));
    }

    private BatchView view(Batch batch) {
        return BatchView.of(batch, clock.instant());
    }

    private static ProblemException conflict(String detail) {
        return ProblemException.of(ProblemType.CONFLICT, detail);
    }

    private static ProblemException notConfirmed(String pointer, String detail) {
        return ProblemException.of(ProblemType.CONFLICT, List.of(new Violation(pointer, "not-confirmed", detail)));
    }

    private static ProblemException none() {
        return ProblemException.of(ProblemType.NOT_FOUND, "There is no such batch.");
    }
}
