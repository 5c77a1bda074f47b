package org.laurel.issuing.batch;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.laurel.issuing.award.RevokeAward;
import org.laurel.shared.store.PublicId;

/**
 * Takes back all that a batch awarded, once the time for second thoughts is over. Revoking what is revoked changes nothing,
 * so that whoever is stopped in the middle begins again where it was.
 */
@ApplicationScoped
class TakeBacks {
    private static final int AT_ONCE = 50;

    private final Pool pool;
    private final RevokeAward revoke;
    private final Clock clock;
    private final Batches batches;

    TakeBacks(Pool pool, Batches batches, RevokeAward revoke, Clock clock) {
        this.batches = batches;
        this.pool = pool;
        this.revoke = revoke;
        this.clock = clock;
    }

    /** Revokes the next few; false when there is nothing to take back now. */
    Uni<Boolean> next() {
        return pool.preparedQuery(BatchRecords.SELECT
                        + " where b.take_back_at <= $1 and b.taken_back_at is null order by b.take_back_at limit 1")
                .execute(Tuple.of(PostgresBatches.time(clock.instant())))
                .map(rows -> BatchRecords.batches(rows).stream().findFirst())
                .chain(batch -> batch.isEmpty()
                        ? Uni.createFrom().item(false)
                        : awards(batch.get())
                                .chain(awards -> awards.isEmpty() ? done(batch.get()) : revoke(batch.get(), awards))
                                .replaceWith(true));
    }

    private Uni<List<String>> awards(Batch batch) {
        return pool.preparedQuery("select o.award_id from batch_outcome o join award a on a.issuer_no = o.issuer_no"
                        + " and a.public_id = o.award_id where o.issuer_no = $1 and o.batch_no = $2"
                        + " and o.state = 'awarded' and a.state in ('issued', 'suspended') order by o.row_no limit $3")
                .execute(Tuple.of(batch.issuerNo(), batch.number(), AT_ONCE))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString(0))
                        .toList());
    }

    private Uni<Void> revoke(Batch batch, List<String> awards) {
        Batch.TakeBack takeBack = Optional.ofNullable(batch.takeBack()).orElseThrow();
        return Multi.createFrom()
                .iterable(awards)
                .onItem()
                .transformToUniAndConcatenate(
                        id -> revoke.revoke(PublicId.parse(id).orElseThrow(), takeBack.reason(), takeBack.by()))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> done(Batch batch) {
        return batches.takenBack(
                batch, Optional.ofNullable(batch.takeBack()).orElseThrow().by());
    }
}
