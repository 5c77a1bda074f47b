package org.laurel.issuing.calibration;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.issuing.achievement.AchievementDefinition;
import org.laurel.issuing.assessment.QueueEvidence;
import org.laurel.issuing.submission.PlantedEvidence;
import org.laurel.issuing.submission.SubmissionFollowers.Submitted;
import org.laurel.shared.outbox.Outbox;
import org.laurel.shared.outbox.OutboxEvent;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.store.Database;

/** Plants items in PostgreSQL. Whoever plants holds the micro-credential's row, so that they come one after the other. */
@ApplicationScoped
class PostgresPlanting implements Planting {
    /** How far back a copy may seem to have come: rounds come at even times, educators do not. */
    private static final Duration BACK = Duration.ofMinutes(10);

    private static final String OPEN = "('waiting', 'differing', 'scored')";

    /** Of a micro-credential, the items of which no copy waits, and that enough assessors have still to see. */
    private static final String FREE =
            "select c.id from calibration_item c where c.issuer_no = $1 and c.achievement_no = $2"
                    + " and c.kind = 'planted' and c.state = 'active' and not exists (select 1 from assessment a"
                    + " where a.issuer_no = c.issuer_no and a.planted_item = c.id and a.state in " + OPEN + ")"
                    + " and $3 <= (select count(*) from membership m where m.organisation = c.issuer_no and m.role = 'assessor'"
                    + " and m.account_no is distinct from c.account_no and not exists (select 1 from calibration_score k"
                    + " where k.issuer_no = c.issuer_no and k.item_no = c.id and k.account_no = m.account_no)) ";

    private final Database database;
    private final PostgresCalibrationItems items;
    private final PlantedEvidence evidence;
    private final QueueEvidence queue;
    private final Outbox outbox;
    private final Clock clock;

    PostgresPlanting(
            Database database,
            PostgresCalibrationItems items,
            PlantedEvidence evidence,
            QueueEvidence queue,
            Outbox outbox,
            Clock clock) {
        this.database = database;
        this.items = items;
        this.evidence = evidence;
        this.queue = queue;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Uni<Void> plant(CalibrationItem item, AchievementDefinition achievement, String by) {
        if (item.kind() != CalibrationItem.Kind.PLANTED || item.state() != CalibrationItem.State.ACTIVE) {
            throw ProblemException.of(
                    ProblemType.CONFLICT,
                    "It is a " + item.kind() + " item, and " + item.state()
                            + ". Allowed now: plant planted items that are active.");
        }
        return queue.seats(item.issuerNo())
                .chain(seats -> database.write(session -> hold(session, achievement)
                        .chain(() -> Database.select(
                                session,
                                FREE + "and c.id = $4",
                                item.issuerNo(),
                                achievement.number(),
                                (long) seats,
                                item.number()))
                        .invoke(free -> {
                            if (free.isEmpty()) {
                                throw ProblemException.of(
                                        ProblemType.CONFLICT,
                                        "A copy of it waits in the queue, or too few assessors are left who have not"
                                                + " scored it. Allowed now: add another item, or more assessors.");
                            }
                        })
                        .chain(() -> put(session, item.number(), achievement, new Put(clock.instant(), seats, by)))));
    }

    private record Put(Instant at, int seats, String by) {}

    private static Uni<Void> hold(Mutiny.StatelessSession session, AchievementDefinition achievement) {
        return Database.select(
                        session,
                        "select 1 from achievement where issuer_no = $1 and id = $2 for no key update",
                        achievement.issuerNo(),
                        achievement.number())
                .replaceWithVoid();
    }

    private Uni<Void> put(Mutiny.StatelessSession session, long item, AchievementDefinition achievement, Put put) {
        int issuerNo = achievement.issuerNo();
        return items.find(session, issuerNo, item).map(Optional::orElseThrow).chain(found -> evidence.store(
                        session, achievement, found.content(), put.at())
                .chain(submission -> queue.put(
                        session,
                        new QueueEvidence.Queued(
                                new Submitted(issuerNo, submission, achievement.number(), 1), put.at(), item, false),
                        put.seats()))
                .chain(() -> outbox.add(
                        session,
                        List.of(new OutboxEvent(
                                issuerNo, "calibration.planted", found.id(), put.by(), "", put.at())))));
    }

    @Override
    public Uni<List<String>> achievements() {
        return database.read(session -> Database.select(
                        session,
                        "select distinct d.public_id from calibration_item c join achievement d on d.issuer_no = c.issuer_no"
                                + " and d.id = c.achievement_no where c.kind = 'planted' and c.state = 'active'"))
                .map(rows -> rows.stream()
                        .map(row -> (String) Objects.requireNonNull(row[0]))
                        .toList());
    }

    @Override
    public Uni<Void> plantNext(AchievementDefinition achievement, int share) {
        return queue.seats(achievement.issuerNo())
                .chain(seats -> database.write(session -> hold(session, achievement)
                        .chain(() -> since(session, achievement))
                        .chain(since -> since.isTime(share)
                                ? next(session, achievement, seats, since)
                                : Uni.createFrom().voidItem())));
    }

    /**
     * What came since an item was planted last.
     *
     * @param submissions how many submissions
     * @param last what tells the last planted one from others; chance, since its id is
     * @param latest when the latest of all came
     */
    private record Since(long submissions, String last, Instant latest) {
        boolean isTime(int share) {
            double chance = Math.floorMod(last.hashCode(), 1024) / 1024.0;
            return submissions > 0 && submissions * share >= 100 * (0.5 + chance);
        }
    }

    private Uni<Since> since(Mutiny.StatelessSession session, AchievementDefinition achievement) {
        return Database.select(
                        session,
                        "with last as (select id, public_id from assessment where issuer_no = $1 and achievement_no = $2"
                                + " and planted_item is not null order by id desc limit 1) select count(*) filter (where"
                                + " a.planted_item is null and not a.appeal and a.id > coalesce((select id from last), 0)),"
                                + " coalesce((select public_id from last), ''), (select max(submitted_at) from assessment"
                                + " where issuer_no = $1) from assessment a where a.issuer_no = $1"
                                + " and a.achievement_no = $2",
                        achievement.issuerNo(),
                        achievement.number())
                .map(rows -> {
                    Instant latest = Database.instantOrNull(rows.get(0)[2]);
                    return new Since(
                            (Long) rows.get(0)[0],
                            (String) Objects.requireNonNull(rows.get(0)[1]),
                            latest == null ? Instant.EPOCH : latest);
                });
    }

    /** The one with the fewest copies; it seems to have come at some moment since the latest of all, so that none is out of order. */
    private Uni<Void> next(Mutiny.StatelessSession session, AchievementDefinition achievement, int seats, Since since) {
        Instant now = clock.instant();
        Instant from = since.latest().isAfter(now.minus(BACK)) ? since.latest() : now.minus(BACK);
        long back = Math.max(0, Duration.between(from, now).toMillis());
        Instant at = now.minusMillis(back == 0 ? 0 : Math.floorMod(Objects.hash(since.last(), now), back));
        return Database.select(
                        session,
                        FREE + "order by (select count(*) from assessment a where a.issuer_no = c.issuer_no"
                                + " and a.planted_item = c.id), random() limit 1",
                        achievement.issuerNo(),
                        achievement.number(),
                        (long) seats)
                .chain(free -> free.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : put(session, (Long) free.get(0)[0], achievement, new Put(at, seats, "calibration")));
    }
}
