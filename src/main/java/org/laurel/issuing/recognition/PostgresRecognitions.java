package org.laurel.issuing.recognition;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.laurel.issuing.achievement.AchievementDefinition;
import org.laurel.issuing.endorsement.Endorsements;
import org.laurel.shared.json.Constants;
import org.laurel.shared.outbox.Outbox;
import org.laurel.shared.outbox.OutboxEvent;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.store.Database;
import org.laurel.shared.store.PublicId;

/** Recognitions in PostgreSQL. */
@ApplicationScoped
class PostgresRecognitions implements Recognitions {
    private static final int MOST = 100;
    private static final String SELECT =
            "select r.issuer_no, r.id, r.public_id, i.profile::jsonb ->> 'name', i.slug, d.public_id, r.kind,"
                    + " r.amount::text, r.place, r.valid_from, r.valid_until, r.endorsement_id, r.withdrawn_by,"
                    + " r.withdrawn_at, r.reason from recognition r join issuer i on i.issuer_no = r.issuer_no"
                    + " join achievement d on d.issuer_no = r.achievement_issuer_no and d.id = r.achievement_no ";

    private final Database database;
    private final Endorsements endorsements;
    private final Outbox outbox;
    private final Clock clock;

    PostgresRecognitions(Database database, Endorsements endorsements, Outbox outbox, Clock clock) {
        this.database = database;
        this.endorsements = endorsements;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Uni<List<Recognition>> of(PublicId achievement) {
        return database.read(session -> Database.select(
                        session,
                        SELECT + "where d.issuer_no = $1 and d.public_id = $2 and r.withdrawn_at is null"
                                + " and r.valid_from <= $3 and (r.valid_until is null or r.valid_until > $3)"
                                + " order by r.id limit " + MOST,
                        achievement.issuerNo(),
                        achievement.toString(),
                        Database.time(clock.instant())))
                .map(rows ->
                        rows.stream().map(PostgresRecognitions::recognition).toList());
    }

    @Override
    public Uni<Optional<Recognition>> find(PublicId id) {
        return database.read(session -> Database.select(
                        session, SELECT + "where r.issuer_no = $1 and r.public_id = $2", id.issuerNo(), id.toString()))
                .map(rows -> rows.stream().findFirst().map(PostgresRecognitions::recognition));
    }

    @Override
    public Uni<Void> add(
            Mutiny.StatelessSession session, AchievementDefinition achievement, Recognition made, String by) {
        Instant until = made.term().until();
        BigDecimal amount = made.counts().amount();
        return Database.select(
                        session,
                        "insert into recognition (issuer_no, id, public_id, achievement_issuer_no, achievement_no, kind,"
                                + " amount, place, valid_from, valid_until, endorsement_id, made_by, made_at)"
                                + " values ($1, $2, $3, $4, $5, $6, nullif($7, '')::numeric, $8, $9,"
                                + " nullif($10, '')::timestamptz, $11, $12, $13) on conflict do nothing returning id",
                        made.issuerNo(),
                        made.number(),
                        made.id(),
                        achievement.issuerNo(),
                        achievement.number(),
                        made.counts().kind().toString(),
                        amount == null ? "" : amount.toPlainString(),
                        made.counts().where(),
                        Database.time(made.term().from()),
                        until == null ? "" : until.toString(),
                        made.endorsement(),
                        by,
                        Database.time(clock.instant()))
                .invoke(stored -> {
                    if (stored.isEmpty()) {
                        throw ProblemException.of(
                                ProblemType.CONFLICT,
                                "You recognise this version for "
                                        + made.counts().kind()
                                        + " already. Allowed now: withdraw that first to say it anew.");
                    }
                })
                .chain(() -> tell(session, made, "recognition.made", by));
    }

    /** The row is taken first, then the endorsement: of two who withdraw at once one does. */
    @Override
    public Uni<Recognition> withdraw(Recognition recognition, String reason, String by) {
        Instant now = clock.instant();
        return endorsements
                .find(PublicId.parse(recognition.endorsement()).orElseThrow())
                .map(Optional::orElseThrow)
                .chain(endorsement -> database.write(session -> Database.select(
                                session,
                                "update recognition set withdrawn_by = $3, withdrawn_at = $4, reason = $5"
                                        + " where issuer_no = $1 and id = $2 and withdrawn_at is null returning id",
                                recognition.issuerNo(),
                                recognition.number(),
                                by,
                                Database.time(now),
                                reason)
                        .chain(taken -> taken.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : endorsements
                                        .revoke(session, endorsement, reason, by)
                                        .chain(() -> tell(session, recognition, "recognition.withdrawn", by)))))
                .chain(() -> find(PublicId.parse(recognition.id()).orElseThrow()))
                .map(Optional::orElseThrow);
    }

    private Uni<Void> tell(Mutiny.StatelessSession session, Recognition recognition, String type, String by) {
        return outbox.add(
                session,
                List.of(new OutboxEvent(
                        recognition.issuerNo(),
                        type,
                        recognition.id(),
                        by,
                        recognition.achievement(),
                        clock.instant())));
    }

    private static Recognition recognition(Object[] row) {
        return new Recognition(
                (Integer) row[0],
                (Long) row[1],
                (String) row[2],
                row[3] == null ? (String) row[4] : (String) row[3],
                (String) row[4],
                (String) row[5],
                new Recognition.Counts(
                        Constants.stored(CountsAs.class, (String) row[6]), amount(row[7]), (String) row[8]),
                new Recognition.Term(Database.instant(row[9]), Database.instantOrNull(row[10])),
                (String) row[11],
                row[13] == null
                        ? null
                        : new Recognition.Withdrawn(
                                (String) Objects.requireNonNull(row[12]), Database.instant(row[13]), (String)
                                        Objects.requireNonNull(row[14])));
    }

    private static @Nullable BigDecimal amount(@Nullable Object text) {
        return text == null ? null : new BigDecimal((String) text);
    }
}
