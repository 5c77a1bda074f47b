package org.laurel.finding.statistics;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.store.Database;

/** Counts in PostgreSQL; a million awards are not counted again for every reader, but once a minute. */
@ApplicationScoped
class PostgresStatistics implements Statistics {
    private static final Duration KEPT = Duration.ofMinutes(1);

    private static final String COUNTS = "with happened as ("
            + "select 'i' as what, created_at as at, screening = 'accepted' and (screened_until is null or screened_until > $1)"
            + " as seen from issuer where kind = 'issuer' and screening <> 'withdrawn'"
            + " union all select 'm', e.published_at, e.reviewed from catalogue_entry e join issuer i using (issuer_no)"
            + " where i.screening <> 'withdrawn'"
            + " union all select 'r', e.created_at, false from endorsement e join issuer i using (issuer_no)"
            + " where i.kind = 'recogniser' and e.revoked_at is null and e.purpose in ('endorsement', 'recognition')),"
            + " counted as (select what, " + semester("at") + " as semester, count(*) as n,"
            + " count(*) filter (where seen) as seen from happened group by 1, 2"
            + " union all select 'a', " + semester("valid_from") + ", count(*), 0 from award group by 2)"
            + " select semester::int, " + sum("n", "i") + ", " + sum("n", "m") + ", " + sum("n", "a") + ", "
            + sum("n", "r") + ", " + sum("seen", "i") + ", " + sum("seen", "m")
            + " from counted group by semester order by semester desc";

    private static String sum(String column, String what) {
        return "coalesce(sum(" + column + ") filter (where what = '" + what + "'), 0)::bigint";
    }

    /** The year and the half of it, as one number. */
    private static String semester(String column) {
        return "(extract(year from " + column + " at time zone 'UTC') * 10 + case when extract(month from " + column
                + " at time zone 'UTC') <= 6 then 1 else 2 end)";
    }

    private final Database database;
    private final Clock clock;
    private final AtomicReference<@Nullable Kept> kept = new AtomicReference<>();

    /** What was counted, and when. */
    private record Kept(Figures figures, Instant at) {}

    PostgresStatistics(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Uni<Figures> now() {
        Kept known = kept.get();
        Instant now = clock.instant();
        if (known != null && now.isBefore(known.at().plus(KEPT))) {
            return Uni.createFrom().item(known.figures());
        }
        return database.read(session -> Database.select(session, COUNTS, Database.time(now)))
                .map(PostgresStatistics::figures)
                .invoke(figures -> kept.set(new Kept(figures, now)));
    }

    private static Figures figures(List<Object[]> rows) {
        List<Semester> semesters = rows.stream()
                .map(row -> new Semester(
                        (Integer) row[0] / 10 + "-" + (Integer) row[0] % 10,
                        (Long) row[1],
                        (Long) row[2],
                        (Long) row[3],
                        (Long) row[4]))
                .toList();
        return new Figures(
                semesters.stream().mapToLong(Semester::issuers).sum(),
                sum(rows, 5),
                semesters.stream().mapToLong(Semester::achievements).sum(),
                sum(rows, 6),
                semesters.stream().mapToLong(Semester::awards).sum(),
                semesters.stream().mapToLong(Semester::recognitions).sum(),
                semesters);
    }

    private static long sum(List<Object[]> rows, int column) {
        return rows.stream().mapToLong(row -> (Long) row[column]).sum();
    }
}
