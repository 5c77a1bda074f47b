package org.laurel.issuing.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.laurel.issuing.batch.Batches.StoredRow;

/** Stores the rows of a batch a thousand at a time, while the next thousand are read: one block is under way, no more. */
final class Blocks implements AutoCloseable {
    private static final int SIZE = 1000;

    private final Batches batches;
    private final Batch batch;
    private List<StoredRow> block = new ArrayList<>(SIZE);
    private CompletableFuture<Void> underWay = CompletableFuture.completedFuture(null);

    Blocks(Batches batches, Batch batch) {
        this.batches = batches;
        this.batch = batch;
    }

    /** Keeps a row, and stores it with its block; waits while the one before is not stored, and fails when it could not be. */
    void add(StoredRow row) {
        block.add(row);
        if (block.size() == SIZE) {
            store();
        }
    }

    /** Stores what is left; all rows are durable then. */
    void end() {
        if (!block.isEmpty()) {
            store();
        }
        await();
    }

    private void store() {
        await();
        underWay = batches.add(batch, block).subscribeAsCompletionStage();
        block = new ArrayList<>(SIZE);
    }

    /** Waits for the block that is under way, whatever becomes of it: the rows of a file that is given up go after it. */
    @Override
    public void close() {
        underWay.handle((stored, failure) -> failure == null)
                .orTimeout(BatchUpload.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    private void await() {
        try {
            underWay.orTimeout(BatchUpload.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
