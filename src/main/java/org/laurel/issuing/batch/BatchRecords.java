package org.laurel.issuing.batch;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.json.JsonColumns;

/** Reads batches out of rows of the database. */
final class BatchRecords {
    /** A batch with the sums over its chunks; a condition follows. */
    static final String SELECT = "select b.*, c.awarded, c.skipped, c.failed, c.valid, c.lately from batch b"
            + " cross join lateral (select coalesce(sum(awarded), 0)::int as awarded,"
            + " coalesce(sum(skipped), 0)::int as skipped, coalesce(sum(failed), 0)::int as failed,"
            + " coalesce(sum(valid), 0)::int as valid,"
            + " coalesce(sum(awarded + skipped + failed + valid) filter (where done_at > now() - interval '10 s'), 0)::int"
            + " as lately from batch_chunk where issuer_no = b.issuer_no and batch_no = b.id) c";

    private BatchRecords() {}

    static List<Batch> batches(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(BatchRecords::batch)
                .toList();
    }

    static Batch batch(Row row) {
        return new Batch(
                row.getInteger("issuer_no"),
                row.getLong("id"),
                row.getString("public_id"),
                BatchState.of(row.getString("state")),
                BatchOptions.Mode.of(row.getString("mode")),
                BatchOptions.Duplicates.of(row.getString("duplicates")),
                row.getBoolean("dry_run"),
                row.getBoolean("notify"),
                file(row),
                row.getInteger("total"),
                row.getString("fault"),
                row.getString("created_by"),
                new Batch.Times(
                        row.getOffsetDateTime("created_at").toInstant(),
                        instant(row, "started_at"),
                        instant(row, "finished_at"),
                        instant(row, "rows_forgotten_at")),
                takeBack(row),
                new Batch.Counts(
                        row.getInteger("awarded"),
                        row.getInteger("skipped"),
                        row.getInteger("failed"),
                        row.getInteger("valid"),
                        row.getInteger("lately")));
    }

    private static Batch.File file(Row row) {
        String fields = row.getString("columns");
        String headers = row.getString("headers");
        return new Batch.File(
                row.getString("file_name"),
                row.getString("achievement"),
                new Columns(
                        headers == null ? List.of() : List.of(JsonColumns.read(headers, String[].class)),
                        fields.isEmpty() ? List.of() : List.of(fields.split("\n", -1))));
    }

    private static Batch.@Nullable TakeBack takeBack(Row row) {
        Instant at = instant(row, "take_back_at");
        return at == null
                ? null
                : new Batch.TakeBack(
                        at,
                        row.getString("take_back_reason"),
                        row.getString("take_back_by"),
                        instant(row, "taken_back_at"));
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
