package org.laurel.issuing.batch;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.json.JsonColumns;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.problem.Violation;

/** Reads the account of a batch, row by row in the order of the file, a page at a time. */
@ApplicationScoped
class BatchResults {
    private static final int PAGE = 500;

    private final Pool pool;
    private final RowSeal seal;
    private final BaseUrl base;

    BatchResults(Pool pool, RowSeal seal, BaseUrl base) {
        this.pool = pool;
        this.seal = seal;
        this.base = base;
    }

    /** A page of rows with a number above this one: all, or those in one state. */
    Uni<List<RowView>> page(Batch batch, Optional<RowState> state, int after, int limit) {
        return pool.preparedQuery("select r.row_no, r.sealed_request, r.external_id, coalesce(o.state, $4) as state,"
                        + " o.award_id, o.credential_id, o.faults from batch_row r left join batch_outcome o"
                        + " on o.issuer_no = r.issuer_no and o.batch_no = r.batch_no and o.row_no = r.row_no"
                        + " where r.issuer_no = $1 and r.batch_no = $2 and r.row_no > $3"
                        + " and ($5 = '' or coalesce(o.state, $4) = $5) order by r.row_no limit $6")
                .execute(Tuple.of(
                        batch.issuerNo(),
                        batch.number(),
                        after,
                        untouched(batch).toString(),
                        state.map(RowState::toString).orElse(""),
                        limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> view(batch, row))
                        .toList());
    }

    /** The cells of the first rows, where they are kept. */
    Uni<List<List<String>>> cells(Batch batch, int limit) {
        return pool.preparedQuery("select row_no, sealed_request from batch_row where issuer_no = $1 and batch_no = $2"
                        + " and sealed_request is not null order by row_no limit $3")
                .execute(Tuple.of(batch.issuerNo(), batch.number(), limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> seal.open(batch, row.getInteger("row_no"), bytes(row.getBuffer("sealed_request"))))
                        .flatMap(Optional::stream)
                        .map(SubmittedRow::cells)
                        .flatMap(Stream::ofNullable)
                        .map(SubmittedRow.Cells::texts)
                        .toList());
    }

    /** Every row, or those in one state; asked for as they can be written. */
    Multi<List<RowView>> of(Batch batch, Optional<RowState> state) {
        AtomicInteger last = new AtomicInteger();
        return Multi.createBy()
                .repeating()
                .uni(() -> page(batch, state, last.get(), PAGE).invoke(rows -> {
                    if (!rows.isEmpty()) {
                        last.set(rows.get(rows.size() - 1).row());
                    }
                }))
                .whilst(rows -> rows.size() == PAGE);
    }

    /** What is said of a row of which nothing has come. */
    private static RowState untouched(Batch batch) {
        return switch (batch.state()) {
            case CANCELLED -> RowState.CANCELLED;
            case FAILED -> RowState.VALID;
            default -> RowState.WAITING;
        };
    }

    private RowView view(Batch batch, Row row) {
        int number = row.getInteger("row_no");
        String credential = row.getString("credential_id");
        String faults = row.getString("faults");
        Buffer sealed = row.getBuffer("sealed_request");
        RowState state = RowState.of(row.getString("state"));
        return new RowView(
                number,
                state,
                row.getString("external_id"),
                row.getString("award_id"),
                credential == null ? null : new RowView.Link(credential, base.credential(credential)),
                faults == null ? List.of() : List.of(JsonColumns.read(faults, Violation[].class)),
                seal.open(batch, number, bytes(sealed))
                        .map(SubmittedRow::request)
                        .orElse(null));
    }

    private static byte @Nullable [] bytes(@Nullable Buffer buffer) {
        return buffer == null ? null : buffer.getBytes();
    }
}
