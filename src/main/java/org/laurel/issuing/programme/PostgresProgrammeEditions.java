package org.laurel.issuing.programme;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.laurel.shared.encoding.BuildFile;
import org.laurel.shared.json.JsonColumns;
import org.laurel.shared.outbox.Outbox;
import org.laurel.shared.outbox.OutboxEvent;
import org.laurel.shared.store.Database;

/** Editions in PostgreSQL; the first comes with this build. */
@ApplicationScoped
class PostgresProgrammeEditions implements ProgrammeEditions {
    private static final String RUBRIC = "screening-rubric";
    private static final Edition<ScreeningRubric> FIRST = new Edition<>(
            1, JsonColumns.read(BuildFile.text("/screening-rubric.json"), ScreeningRubric.class), Instant.EPOCH);

    private final Database database;
    private final Outbox outbox;
    private final Clock clock;

    PostgresProgrammeEditions(Database database, Outbox outbox, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Uni<Edition<ScreeningRubric>> screeningRubric() {
        return one("where kind = $1 order by edition desc limit 1", RUBRIC).map(found -> found.orElse(FIRST));
    }

    @Override
    public Uni<Optional<Edition<ScreeningRubric>>> screeningRubric(int edition) {
        return edition == 1
                ? Uni.createFrom().item(Optional.of(FIRST))
                : one("where kind = $1 and edition = $2", RUBRIC, edition);
    }

    @Override
    public Uni<List<Edition<ScreeningRubric>>> screeningRubrics() {
        return some("where kind = $1 and edition > 1 order by edition desc limit 1000", RUBRIC)
                .map(later -> Stream.concat(later.stream(), Stream.of(FIRST)).toList());
    }

    private Uni<Optional<Edition<ScreeningRubric>>> one(String condition, Object... values) {
        return some(condition, values).map(found -> found.stream().findFirst());
    }

    private Uni<List<Edition<ScreeningRubric>>> some(String condition, Object... values) {
        return database.read(session -> Database.select(
                        session, "select edition, content, published_at from programme_edition " + condition, values))
                .map(rows -> rows.stream()
                        .map(row -> new Edition<>(
                                (Integer) row[0],
                                JsonColumns.read((String) row[1], ScreeningRubric.class),
                                Database.instant(row[2])))
                        .toList());
    }

    @Override
    public Uni<Edition<ScreeningRubric>> publish(ScreeningRubric rubric, String by) {
        Instant now = clock.instant();
        return database.write(session -> Database.select(session, "select pg_advisory_xact_lock(7301)")
                .chain(() -> Database.select(
                        session,
                        "insert into programme_edition (kind, edition, content, published_by, published_at)"
                                + " select $1, coalesce(max(edition), 1) + 1, $2, $3, $4 from programme_edition"
                                + " where kind = $1 returning edition",
                        RUBRIC,
                        JsonColumns.write(rubric),
                        by,
                        Database.time(now)))
                .map(rows -> new Edition<>((Integer) rows.get(0)[0], rubric, now))
                .call(made -> outbox.add(
                        session,
                        List.of(new OutboxEvent(0, "screening-rubric.published", "" + made.number(), by, "", now)))));
    }
}
