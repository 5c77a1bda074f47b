package org.laurel.issuing.batch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A batch as it is kept.
 *
 * @param issuerNo at which issuer
 * @param number its row number
 * @param id its public id
 * @param state where it stands
 * @param mode what a bad row does to the others
 * @param duplicates what becomes of a row whose badge is held already
 * @param dryRun whether none is awarded
 * @param notifies whether recipients are told of their badges, unless a row says something else
 * @param file what was handed in
 * @param total its rows
 * @param fault why it failed, or null
 * @param createdBy who handed it in
 * @param times when what happened
 * @param takeBack what is to be taken back, or null
 * @param counts how many rows came to what
 */
record Batch(
        int issuerNo,
        long number,
        String id,
        BatchState state,
        BatchOptions.Mode mode,
        BatchOptions.Duplicates duplicates,
        boolean dryRun,
        boolean notifies,
        File file,
        int total,
        @Nullable String fault,
        String createdBy,
        Times times,
        @Nullable TakeBack takeBack,
        Counts counts) {

    /**
     * What was handed in.
     *
     * @param name what its sender calls it, or null
     * @param achievement the micro-credential of rows that name none, or null
     * @param columns what its columns are for; none for NDJSON
     */
    record File(@Nullable String name, @Nullable String achievement, Columns columns) {}

    /** When what happened; null where it has not. */
    record Times(
            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable Instant rowsForgottenAt) {}

    /**
     * The taking back of all that a batch awarded.
     *
     * @param at when it begins; until then it can be undone
     * @param reason why
     * @param by who
     * @param doneAt when it was done, or null
     */
    record TakeBack(
            Instant at, String reason, String by, @Nullable Instant doneAt) {}

    /**
     * How many rows came to what.
     *
     * @param awarded badges made
     * @param skipped passed over
     * @param failed bad
     * @param valid good, but not awarded
     * @param lately rows that were done within the last ten seconds
     */
    record Counts(int awarded, int skipped, int failed, int valid, int lately) {
        int processed() {
            return awarded + skipped + failed + valid;
        }
    }
}
