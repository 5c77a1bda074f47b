package org.laurel.issuing.calibration;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.laurel.issuing.achievement.AchievementDefinition;
import org.laurel.issuing.achievement.EarningTerms;
import org.laurel.issuing.assessment.Assessments.Assessor;
import org.laurel.shared.outbox.Outbox;
import org.laurel.shared.outbox.OutboxEvent;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.store.Database;
import org.laurel.shared.store.Page;
import org.laurel.shared.store.PageRequest;

/** What assessors scored in training, and who was admitted, in PostgreSQL. */
@ApplicationScoped
class PostgresTrainings implements Trainings {
    private static final String BY_TRAINING = "training";
    private static final String BY_HAND = "by-hand";

    private final Database database;
    private final Outbox outbox;
    private final Clock clock;

    PostgresTrainings(Database database, Outbox outbox, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Uni<TrainingState> of(AchievementDefinition achievement, EarningTerms terms, long account) {
        return database.read(session -> of(session, achievement, terms, account));
    }

    @Override
    public Uni<TrainingState> of(
            Mutiny.StatelessSession session, AchievementDefinition achievement, EarningTerms terms, long account) {
        return Database.select(
                        session,
                        "select c.public_id, count(k.given), count(k.given) filter (where k.given = k.truth)"
                                + " from calibration_item c left join calibration_score k on k.issuer_no = c.issuer_no"
                                + " and k.item_no = c.id and k.account_no = $3 where c.issuer_no = $1"
                                + " and c.achievement_no = $2 and c.kind = 'training'"
                                + " group by c.id, c.public_id, c.state having c.state = 'active' or count(k.given) > 0"
                                + " order by min(k.scored_at) nulls last, c.id",
                        achievement.issuerNo(),
                        achievement.number(),
                        account)
                .chain(items -> admission(session, achievement, account)
                        .map(admission -> new TrainingState(
                                terms.training(),
                                terms.agreement(),
                                items.stream()
                                        .map(row -> new TrainingState.Item(
                                                (String) Objects.requireNonNull(row[0]), (Long) row[1], (Long) row[2]))
                                        .toList(),
                                admission.orElse(null))));
    }

    private static Uni<Optional<TrainingState.Admission>> admission(
            Mutiny.StatelessSession session, AchievementDefinition achievement, long account) {
        return Database.select(
                        session,
                        "select how, reason from assessor_admission where issuer_no = $1 and achievement_no = $2"
                                + " and account_no = $3",
                        achievement.issuerNo(),
                        achievement.number(),
                        account)
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new TrainingState.Admission((String) row[0], (String) row[1])));
    }

    @Override
    public Uni<List<Level>> scored(CalibrationItem item, long account) {
        return database.read(session -> Database.select(
                        session,
                        "select part, criterion, given, truth from calibration_score where issuer_no = $1 and item_no = $2"
                                + " and account_no = $3 order by part, criterion",
                        item.issuerNo(),
                        item.number(),
                        account))
                .map(rows -> rows.stream()
                        .map(row -> new Level((String) row[0], (String) row[1], (Integer) row[2], (Integer) row[3]))
                        .toList());
    }

    @Override
    public Uni<TrainingState> score(
            CalibrationItem item,
            List<Level> levels,
            AchievementDefinition achievement,
            EarningTerms terms,
            Assessor by) {
        return database.write(session -> PostgresCalibrationScores.keep(
                        session,
                        new PostgresCalibrationScores.Scored(
                                item.issuerNo(), item.number(), by.account(), null, clock.instant()),
                        levels)
                .invoke(kept -> {
                    if (kept < levels.size()) {
                        throw ProblemException.of(
                                ProblemType.CONFLICT,
                                "You have scored it already. Allowed now: score the next training item.");
                    }
                })
                .chain(() -> of(session, achievement, terms, by.account()))
                .chain(state -> state.admission() != null || !state.isPassed()
                        ? Uni.createFrom().item(state)
                        : insert(session, achievement, by.account(), new Ground(BY_TRAINING, null, by.name()))
                                .chain(() -> of(session, achievement, terms, by.account()))));
    }

    private record Ground(String how, @Nullable String reason, String by) {}

    private Uni<Boolean> insert(
            Mutiny.StatelessSession session, AchievementDefinition achievement, long account, Ground ground) {
        return Database.select(
                        session,
                        "insert into assessor_admission (issuer_no, achievement_no, account_no, how, reason, admitted_by,"
                                + " admitted_at) values ($1, $2, $3, $4, nullif($5, ''), $6, $7) on conflict do nothing"
                                + " returning (select public_id from account where id = $3)",
                        achievement.issuerNo(),
                        achievement.number(),
                        account,
                        ground.how(),
                        ground.reason() == null ? "" : ground.reason(),
                        ground.by(),
                        Database.time(clock.instant()))
                .call(rows -> rows.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : outbox.add(
                                session,
                                List.of(new OutboxEvent(
                                        achievement.issuerNo(),
                                        "assessor.admitted",
                                        (String) Objects.requireNonNull(rows.get(0)[0]),
                                        ground.by(),
                                        achievement.id() + (ground.reason() == null ? "" : ": " + ground.reason()),
                                        clock.instant()))))
                .map(rows -> !rows.isEmpty());
    }

    @Override
    public Uni<Optional<Admitted>> admit(AchievementDefinition achievement, long account, String reason, String by) {
        return database.write(session -> insert(session, achievement, account, new Ground(BY_HAND, reason, by))
                .chain(made -> made
                        ? Database.select(
                                session,
                                ADMITTED + "and d.account_no = $3",
                                achievement.issuerNo(),
                                achievement.number(),
                                account)
                        : Uni.createFrom().item(List.<Object[]>of()))
                .map(rows -> rows.stream().findFirst().map(PostgresTrainings::admitted)));
    }

    private static final String ADMITTED = "select a.public_id, d.how, d.reason, d.admitted_by, d.admitted_at, a.id"
            + " from assessor_admission d join account a on a.id = d.account_no"
            + " where d.issuer_no = $1 and d.achievement_no = $2 ";

    private static Admitted admitted(Object[] row) {
        return new Admitted(
                (String) row[0], (String) row[1], (String) row[2], (String) row[3], Database.instant(row[4]));
    }

    @Override
    public Uni<Page<Admitted>> admitted(AchievementDefinition achievement, PageRequest page) {
        return database.read(session -> Database.select(
                        session,
                        ADMITTED + "and a.id < $3 order by a.id desc limit $4",
                        achievement.issuerNo(),
                        achievement.number(),
                        page.before(),
                        page.limit() + 1))
                .map(rows -> Page.of(rows, page, row -> (Long) row[5]).map(PostgresTrainings::admitted));
    }

    @Override
    public Uni<List<Trace>> trace(long account) {
        return database.read(session -> Database.select(
                        session,
                        "with scored as (select c.issuer_no, c.achievement_no, count(*) as n, count(*) filter (where"
                                + " k.given = k.truth) as same from calibration_score k join calibration_item c"
                                + " on c.issuer_no = k.issuer_no and c.id = k.item_no where k.account_no = $1"
                                + " and k.assessment_no is null group by 1, 2), admitted as (select issuer_no,"
                                + " achievement_no, how, admitted_at from assessor_admission where account_no = $1)"
                                + " select d.public_id, a.how, a.admitted_at, coalesce(s.n, 0), coalesce(s.same, 0)"
                                + " from scored s full join admitted a on a.issuer_no = s.issuer_no"
                                + " and a.achievement_no = s.achievement_no"
                                + " join achievement d on (d.issuer_no, d.id) = (coalesce(s.issuer_no, a.issuer_no),"
                                + " coalesce(s.achievement_no, a.achievement_no)) order by 1",
                        account))
                .map(rows -> rows.stream()
                        .map(row -> new Trace(
                                (String) Objects.requireNonNull(row[0]),
                                (String) row[1],
                                Database.instantOrNull(row[2]),
                                (Long) row[3],
                                (Long) row[4]))
                        .toList());
    }

    @Override
    public Uni<List<String>> closed(long account, Set<Integer> issuers) {
        return database.read(session -> Database.select(
                        session,
                        "select distinct d.public_id from calibration_item c join achievement d on d.issuer_no = c.issuer_no"
                                + " and d.id = c.achievement_no join membership m on m.organisation = c.issuer_no"
                                + " and m.account_no = $2 and m.role = 'assessor' where c.issuer_no = any($1)"
                                + " and c.kind = 'training' and c.state = 'active' and not exists (select 1"
                                + " from assessor_admission s where s.issuer_no = c.issuer_no"
                                + " and s.achievement_no = c.achievement_no and s.account_no = $2)"
                                + " order by d.public_id limit 100",
                        issuers.toArray(Integer[]::new),
                        account))
                .map(rows -> rows.stream()
                        .map(row -> (String) Objects.requireNonNull(row[0]))
                        .toList());
    }
}
