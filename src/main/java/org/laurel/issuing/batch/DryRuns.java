package org.laurel.issuing.batch;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.laurel.issuing.batch.Batches.StoredRow;

/** Batches whose rows were only looked at: they can be read anew, and awarded, without handing the file in again. */
interface DryRuns {

    /**
     * Reads the rows of one anew, and has them judged again, all or nothing; false when it is none any more, is at work, or its
     * rows are forgotten.
     */
    Uni<Boolean> again(Batch batch, Anew anew);

    /**
     * Makes one that was looked at a real one, with its event in the same transaction: every row is judged again, and the good
     * ones are awarded. False when it is none any more, or another number of its rows is good by now.
     *
     * @param valid how many rows were good
     */
    Uni<Boolean> award(Batch batch, int valid, String by);

    /**
     * How rows are read anew.
     *
     * @param options how the batch is to be done from now on
     * @param columns what its columns are for
     * @param read makes of kept rows what is kept instead of them; computes, and waits for nothing
     */
    record Anew(BatchOptions options, Columns columns, UnaryOperator<List<StoredRow>> read) {}

    /** A row as it is kept, of which nothing but its number and what was handed in is known. */
    static StoredRow kept(int number, byte[] sealed) {
        byte @Nullable [] nobody = null;
        return new StoredRow(number, sealed, nobody, nobody, null);
    }
}
