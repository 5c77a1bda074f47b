package org.laurel.issuing.calibration;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.store.Database;

/** Levels that were given beside the true ones, in PostgreSQL. */
final class PostgresCalibrationScores {

    private PostgresCalibrationScores() {}

    /**
     * Whose, and of what.
     *
     * @param assessment the row number of the assessment of a planted copy; null for training
     */
    record Scored(
            int issuerNo, long item, long account, @Nullable Long assessment, Instant at) {}

    /** Keeps them once; gives how many were kept. */
    static Uni<Integer> keep(Mutiny.StatelessSession session, Scored scored, List<Trainings.Level> levels) {
        return Database.select(
                        session,
                        "insert into calibration_score (issuer_no, item_no, account_no, part, criterion, given, truth,"
                                + " assessment_no, scored_at) select $1::int, $2::bigint, $3::bigint, part, criterion, given,"
                                + " truth, nullif($4::bigint, 0), $5::timestamptz from unnest($6::text[], $7::text[],"
                                + " $8::int[], $9::int[]) as l(part, criterion, given, truth) on conflict do nothing"
                                + " returning 1",
                        scored.issuerNo(),
                        scored.item(),
                        scored.account(),
                        scored.assessment() == null ? 0L : scored.assessment(),
                        Database.time(scored.at()),
                        Database.column(levels, String[]::new, Trainings.Level::part),
                        Database.column(levels, String[]::new, Trainings.Level::criterion),
                        Database.column(levels, Integer[]::new, Trainings.Level::given),
                        Database.column(levels, Integer[]::new, Trainings.Level::truth))
                .map(List::size);
    }
}
