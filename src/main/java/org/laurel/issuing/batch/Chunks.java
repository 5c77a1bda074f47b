package org.laurel.issuing.batch;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The chunks of all batches, which any number of workers on any number of machines share. */
interface Chunks {

    /** Takes a chunk that nobody holds, for a while; the issuer with the fewest chunks held comes first. */
    Uni<Optional<Claim>> claim();

    /** The rows of a chunk of which nothing has come yet. */
    Uni<List<WaitingRow>> rows(Claim claim);

    /**
     * Writes down what came of a chunk, in the caller's transaction, and ends the batch with its last chunk. Fails when
     * the lease has passed to another: then all of the transaction is undone.
     */
    Uni<Void> finish(Mutiny.StatelessSession session, Claim claim, List<Outcome> outcomes);

    /** The same for some rows of a chunk, which stays open. */
    Uni<Void> record(Mutiny.StatelessSession session, Claim claim, List<Outcome> outcomes);

    /** Gives a chunk back after a failure of ours; after too many of them the batch is paused and says why. */
    Uni<Void> release(Claim claim, String fault);

    /** Tells the database how much there is by now: it would go on reading whole tables that were small when it looked. */
    Uni<Void> refreshStatistics();

    /**
     * A chunk that is held.
     *
     * @param batch its batch
     * @param number its number there
     * @param firstRow the first of its rows
     * @param lastRow the last of them
     * @param lease who holds it
     */
    record Claim(Batch batch, int number, int firstRow, int lastRow, UUID lease) {

        /** Whether its rows are only judged, because one bad row stops all. */
        boolean isCheck() {
            return batch.state() == BatchState.CHECKING;
        }
    }

    /**
     * A row that waits.
     *
     * @param number its number in the file
     * @param sealed what was asked for, sealed; null when the person in it was erased
     * @param lookup by which its person is found again, or null
     * @param twinOf the row of the file before it that asks for the same, or null
     * @param twinById whether that one has the same externalId
     */
    @SuppressWarnings("ArrayRecordComponent") // read once
    record WaitingRow(
            int number,
            byte @Nullable [] sealed,
            byte @Nullable [] lookup,
            @Nullable Integer twinOf,
            boolean twinById) {}
}
