package org.laurel.issuing.batch;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.store.Page;
import org.laurel.shared.store.PageRequest;
import org.laurel.shared.store.PublicId;

/** The collection of batches. */
interface Batches {

    /** Begins one that receives its rows; fails with a 409 problem when the same call is being received already. */
    Uni<Batch> begin(NewBatch made);

    /** What this caller made with this key before. */
    Uni<Optional<Earlier>> earlier(int issuerNo, String by, byte[] requestKey);

    /** Stores rows, durable when the result comes. */
    Uni<Void> add(Batch batch, List<StoredRow> rows);

    /** All rows are there: it is checked, waits for its turn, or to be told what its columns are for. */
    Uni<Batch> ready(Batch batch, Columns columns, List<Integer> lastRowOfChunk, int total);

    /** Forgets one that could not be received, with its rows. */
    Uni<Void> discard(Batch batch);

    /** Forgets those that nobody goes on receiving: begun before this time. */
    Uni<Integer> discardLost(Instant begunBefore);

    /** By public id. */
    Uni<Optional<Batch>> find(PublicId id);

    /** An issuer's, newest first. */
    Uni<Page<Batch>> list(int issuerNo, PageRequest page);

    /**
     * Moves one from one of these states, with an event in the same transaction; false when it is in another by now.
     *
     * @param event what happened: {@code batch.paused}
     * @param by who did it
     */
    Uni<Boolean> move(Batch batch, List<BatchState> from, BatchState to, String event, String by);

    /** Sets or clears, with null, what is to be taken back, with its event; false when that has begun already. */
    Uni<Boolean> takeBack(Batch batch, Batch.@Nullable TakeBack takeBack, String by);

    /** Writes down that all that it awarded is revoked, with its event. */
    Uni<Void> takenBack(Batch batch, String by);

    /**
     * A batch about to receive its rows.
     *
     * @param issuerNo at which issuer
     * @param id its public id
     * @param options how it is to be done
     * @param by who hands it in
     * @param fileName what they call the file, or null
     * @param requestKey the hash of its Idempotency-Key; null when none was sent
     * @param contentHash the hash of the file and what goes with it
     */
    @SuppressWarnings("ArrayRecordComponent") // stored, never compared
    record NewBatch(
            int issuerNo,
            PublicId id,
            BatchOptions options,
            String by,
            @Nullable String fileName,
            byte @Nullable [] requestKey,
            byte[] contentHash) {}

    /**
     * What was made with a key before.
     *
     * @param batch it
     * @param contentHash of what came then
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by hand
    record Earlier(Batch batch, byte[] contentHash) {}

    /**
     * A row as it is stored.
     *
     * @param number its number in the file
     * @param sealed what was asked for, sealed
     * @param lookup by which its person is found again; null when it names nobody
     * @param twin the same for the same person and micro-credential; null when it names not both
     * @param externalId the caller's reference, or null
     */
    @SuppressWarnings("ArrayRecordComponent") // stored, never compared
    record StoredRow(
            int number,
            byte[] sealed,
            byte @Nullable [] lookup,
            byte @Nullable [] twin,
            @Nullable String externalId) {}
}
