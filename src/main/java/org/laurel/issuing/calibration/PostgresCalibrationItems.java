package org.laurel.issuing.calibration;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.issuing.achievement.AchievementDefinition;
import org.laurel.issuing.submission.SubmissionContent;
import org.laurel.issuing.submission.SubmissionDecision.CriterionScore;
import org.laurel.shared.json.Constants;
import org.laurel.shared.json.JsonColumns;
import org.laurel.shared.outbox.Outbox;
import org.laurel.shared.outbox.OutboxEvent;
import org.laurel.shared.sealing.Person;
import org.laurel.shared.sealing.PersonKey;
import org.laurel.shared.sealing.PersonKeys;
import org.laurel.shared.store.Alongside;
import org.laurel.shared.store.Database;
import org.laurel.shared.store.Page;
import org.laurel.shared.store.PageRequest;
import org.laurel.shared.store.PublicId;

/** Evidence whose true levels are known, in PostgreSQL; what it says is sealed under a key of its own. */
@ApplicationScoped
class PostgresCalibrationItems implements CalibrationItems {
    private static final String SELECT = "select c.issuer_no, c.id, c.public_id, d.public_id, c.kind, c.sealed_content,"
            + " c.truth, c.state, c.made_by, c.made_at, k.wrapped_key from calibration_item c"
            + " join achievement d on d.issuer_no = c.issuer_no and d.id = c.achievement_no"
            + " join person_key k on k.issuer_no = c.issuer_no and k.person_no = c.id ";

    private final Database database;
    private final PersonKeys keys;
    private final Outbox outbox;
    private final Clock clock;
    private final SecureRandom random;

    PostgresCalibrationItems(Database database, PersonKeys keys, Outbox outbox, Clock clock, SecureRandom random) {
        this.database = database;
        this.keys = keys;
        this.outbox = outbox;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Uni<Optional<CalibrationItem>> find(PublicId id) {
        return database.read(
                session -> one(session, "where c.issuer_no = $1 and c.public_id = $2", id.issuerNo(), id.toString()));
    }

    private Uni<Optional<CalibrationItem>> one(Mutiny.StatelessSession session, String condition, Object... values) {
        return Database.select(session, SELECT + condition, values)
                .map(rows -> rows.stream().findFirst().map(this::item));
    }

    /** One by its row number, in the caller's transaction. */
    Uni<Optional<CalibrationItem>> find(Mutiny.StatelessSession session, int issuerNo, long number) {
        return one(session, "where c.issuer_no = $1 and c.id = $2", issuerNo, number);
    }

    private CalibrationItem item(Object[] row) {
        int issuerNo = (Integer) row[0];
        long number = (Long) row[1];
        String id = (String) row[2];
        PersonKey key = keys.open(new Person(issuerNo, number), ((Buffer) row[10]).getBytes());
        return new CalibrationItem(
                issuerNo,
                number,
                id,
                (String) row[3],
                Constants.stored(CalibrationItem.Kind.class, (String) row[4]),
                JsonColumns.read(key.openText(((Buffer) row[5]).getBytes(), context(id)), SubmissionContent.class),
                List.of(JsonColumns.read((String) row[6], CriterionScore[].class)),
                Constants.stored(CalibrationItem.State.class, (String) row[7]),
                (String) row[8],
                Database.instant(row[9]));
    }

    private static String context(String id) {
        return "calibration/" + id;
    }

    @Override
    public Uni<Page<CalibrationItem>> list(AchievementDefinition achievement, PageRequest page) {
        return database.read(session -> Database.select(
                        session,
                        SELECT + "where c.issuer_no = $1 and c.achievement_no = $2 and c.id < $3 order by c.id desc"
                                + " limit $4",
                        achievement.issuerNo(),
                        achievement.number(),
                        page.before(),
                        page.limit() + 1))
                .map(rows -> Page.of(rows.stream().map(this::item).toList(), page, CalibrationItem::number));
    }

    @Override
    public Uni<CalibrationItem> add(
            AchievementDefinition achievement, Fresh fresh, Alongside<CalibrationItem> alongside) {
        int issuerNo = achievement.issuerNo();
        String id = PublicId.fresh(issuerNo, random).toString();
        return database.write(session -> Database.rowNumbers(session, 1)
                .chain(numbers -> keys.make(session, List.of(new Person(issuerNo, numbers.get(0)))))
                .chain(made -> Database.insert(
                                session,
                                "insert into calibration_item (issuer_no, id, public_id, achievement_no, kind,"
                                        + " sealed_content, truth, state, account_no, made_by, made_at)"
                                        + " values ($1, $2, $3, $4, $5, $6, $7, 'active', nullif($8::bigint, 0), $9, $10)",
                                issuerNo,
                                made.get(0).person().number(),
                                id,
                                achievement.number(),
                                fresh.kind().toString(),
                                Buffer.buffer(made.get(0).seal(JsonColumns.write(fresh.content()), context(id))),
                                JsonColumns.write(fresh.truth()),
                                fresh.account().orElse(0),
                                fresh.by(),
                                Database.time(clock.instant()))
                        .chain(() -> tell(session, issuerNo, "calibration.added", id, fresh.by()))
                        .chain(() ->
                                find(session, issuerNo, made.get(0).person().number())))
                .map(Optional::orElseThrow)
                .call(made -> alongside.store(session, made)));
    }

    @Override
    public Uni<CalibrationItem> retire(CalibrationItem read, String by) {
        return database.write(session -> Database.select(
                        session,
                        "update calibration_item set state = 'retired' where issuer_no = $1 and id = $2"
                                + " and state = 'active' returning public_id",
                        read.issuerNo(),
                        read.number())
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : Database.insert(
                                        session,
                                        "update assessment set state = 'closed' where issuer_no = $1"
                                                + " and planted_item = $2 and state in ('waiting', 'differing', 'scored')",
                                        read.issuerNo(),
                                        read.number())
                                .chain(() -> tell(
                                        session,
                                        read.issuerNo(),
                                        "calibration.retired",
                                        (String) Objects.requireNonNull(rows.get(0)[0]),
                                        by)))
                .chain(() -> find(session, read.issuerNo(), read.number()))
                .map(Optional::orElseThrow));
    }

    private Uni<Void> tell(Mutiny.StatelessSession session, int issuerNo, String type, String id, String by) {
        return outbox.add(session, List.of(new OutboxEvent(issuerNo, type, id, by, "", clock.instant())));
    }
}
