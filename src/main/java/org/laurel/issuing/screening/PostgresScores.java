package org.laurel.issuing.screening;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.shared.json.JsonColumns;
import org.laurel.shared.outbox.Outbox;
import org.laurel.shared.outbox.OutboxEvent;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.store.Database;

/** Scores in PostgreSQL; the application's row makes screeners take turns. */
@ApplicationScoped
class PostgresScores implements Scores {
    private final Database database;
    private final Outbox outbox;
    private final Clock clock;

    PostgresScores(Database database, Outbox outbox, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Uni<List<Application.Score>> of(Application application) {
        return database.read(session -> of(session, application));
    }

    private static Uni<List<Application.Score>> of(Mutiny.StatelessSession session, Application application) {
        return Database.select(
                        session,
                        "select account_no, screener, position, scores, total, scored_at from application_score"
                                + " where application_no = $1 and round = $2 order by position",
                        application.number(),
                        application.round())
                .map(rows -> rows.stream()
                        .map(row -> new Application.Score(
                                (Long) row[0],
                                (String) row[1],
                                (Integer) row[2],
                                ApplicationRows.scores((String) row[3]),
                                (Integer) row[4],
                                ApplicationRows.instant(row[5])))
                        .toList());
    }

    @Override
    public Uni<Application.Score> add(Application read, NewScore score, Consumer<List<Application.Score>> require) {
        Instant now = clock.instant();
        return database.write(session -> lock(session, read)
                .chain(() -> of(session, read))
                .chain(there -> {
                    require.accept(there);
                    Application.Score made = new Application.Score(
                            score.account(), score.screener(), there.size() + 1, score.scores(), score.total(), now);
                    return insert(session, read, made).replaceWith(made);
                })
                .call(() -> tell(session, read, "application.scored", score.screener())));
    }

    private static Uni<Void> insert(Mutiny.StatelessSession session, Application read, Application.Score made) {
        return Database.insert(
                        session,
                        "insert into application_score values ($1, $2, $3, $4, $5, $6, $7, $8)",
                        read.number(),
                        read.round(),
                        made.account(),
                        made.screener(),
                        made.position(),
                        JsonColumns.write(made.scores()),
                        made.total(),
                        Database.time(made.at()))
                .chain(() -> Database.insert(
                        session,
                        "update application set state = 'in-review', version = version + 1, updated_at = $2"
                                + " where id = $1",
                        read.number(),
                        Database.time(made.at())));
    }

    private static Uni<Void> lock(Mutiny.StatelessSession session, Application read) {
        return Database.select(
                        session,
                        "select 1 from application where id = $1 and round = $2 and state in ('submitted', 'in-review')"
                                + " for update",
                        read.number(),
                        read.round())
                .invoke(rows -> {
                    if (rows.isEmpty()) {
                        throw ProblemException.of(
                                ProblemType.CONFLICT,
                                "The application is no longer with the screeners; read it again.");
                    }
                })
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Application.Conflict>> conflicts(Application application) {
        return database.read(session -> Database.select(
                        session,
                        "select account_no, screener, reason, declared_at from application_conflict"
                                + " where application_no = $1 order by declared_at",
                        application.number()))
                .map(rows -> rows.stream()
                        .map(row -> new Application.Conflict(
                                (Long) row[0], (String) row[1], (String) row[2], ApplicationRows.instant(row[3])))
                        .toList());
    }

    @Override
    public Uni<Application.Conflict> declare(Application application, long account, String screener, String reason) {
        Instant now = clock.instant();
        return database.write(session -> lock(session, application)
                .chain(() -> Database.insert(
                        session,
                        "insert into application_conflict values ($1, $2, $3, $4, $5) on conflict (application_no,"
                                + " account_no) do update set reason = excluded.reason",
                        application.number(),
                        account,
                        screener,
                        reason,
                        Database.time(now)))
                .chain(() -> Database.insert(
                        session,
                        "delete from application_score where application_no = $1 and round = $2 and account_no = $3",
                        application.number(),
                        application.round(),
                        account))
                .chain(() -> Database.insert(
                        session,
                        "update application_score s set position = n.rank from (select account_no, row_number() over"
                                + " (order by position) as rank from application_score where application_no = $1 and"
                                + " round = $2) n where s.application_no = $1 and s.round = $2 and s.account_no ="
                                + " n.account_no and s.position <> n.rank",
                        application.number(),
                        application.round()))
                .chain(() -> tell(session, application, "application.conflict-declared", screener))
                .replaceWith(new Application.Conflict(account, screener, reason, now)));
    }

    private Uni<Void> tell(Mutiny.StatelessSession session, Application application, String type, String by) {
        return outbox.add(session, List.of(new OutboxEvent(0, type, application.id(), by, "", clock.instant())));
    }
}
