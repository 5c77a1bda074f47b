package org.laurel.issuing.assessment;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.issuing.submission.Evidence;
import org.laurel.issuing.submission.SubmissionDecision;
import org.laurel.issuing.submission.SubmissionDecision.CriterionScore;
import org.laurel.shared.outbox.Outbox;
import org.laurel.shared.outbox.OutboxEvent;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.sealing.Person;
import org.laurel.shared.sealing.PersonKey;
import org.laurel.shared.sealing.PersonKeys;
import org.laurel.shared.store.Database;
import org.laurel.shared.store.Page;
import org.laurel.shared.store.PageRequest;
import org.laurel.shared.store.PublicId;
import org.laurel.shared.work.OneByOne;

/** Assessments in PostgreSQL. Whoever takes, scores or decides holds the assessment's row, so that they come one after the other. */
@ApplicationScoped
class PostgresAssessments implements Assessments {
    private final Database database;
    private final PersonKeys keys;
    private final Evidence evidence;
    private final Outbox outbox;
    private final Clock clock;
    private final List<AssessmentFollowers> followers;

    PostgresAssessments(
            Database database,
            PersonKeys keys,
            Evidence evidence,
            Outbox outbox,
            Clock clock,
            @All List<AssessmentFollowers> followers) {
        this.database = database;
        this.keys = keys;
        this.evidence = evidence;
        this.outbox = outbox;
        this.clock = clock;
        this.followers = List.copyOf(followers);
    }

    @Override
    public Uni<Optional<Assessment>> find(PublicId id) {
        return database.read(
                session -> some(session, "where a.issuer_no = $1 and a.public_id = $2", id.issuerNo(), id.toString()));
    }

    private Uni<Optional<Assessment>> some(Mutiny.StatelessSession session, String condition, Object... values) {
        return Database.select(
                        session,
                        "select " + AssessmentRows.COLUMNS + " from assessment a" + AssessmentRows.JOINS + condition
                                + " order by p.place",
                        values)
                .map(rows -> AssessmentRows.assessments(rows, keys).stream().findFirst());
    }

    @Override
    public Uni<Page<Assessment>> queue(Wanted wanted, PageRequest page) {
        return database.read(session -> Database.select(
                        session,
                        "select " + AssessmentRows.COLUMNS
                                + " from (select * from assessment a where a.issuer_no = any($1) and a.id > $2"
                                + " and ($3 = '' and a.state in " + AssessmentRows.OPEN + " or a.state = $3)"
                                + " and (not $4 or a.due_at < $5 and a.state in " + AssessmentRows.OPEN + ")"
                                + " and (not $6 or exists (select 1 from assessment_seat m where m.issuer_no = a.issuer_no"
                                + " and m.assessment_no = a.id and m.account_no = $7"
                                + " and (m.scored_at is not null or m.expires_at > $5)))"
                                + QueueRule.mayScore("$7")
                                + " order by a.id limit $8) a"
                                + AssessmentRows.JOINS + "order by a.id, p.place",
                        wanted.issuers().toArray(Integer[]::new),
                        Long.MAX_VALUE - page.before(),
                        wanted.state().map(AssessmentState::toString).orElse(""),
                        wanted.late(),
                        Database.time(clock.instant()),
                        wanted.mine(),
                        wanted.account(),
                        page.limit() + 1))
                .map(rows ->
                        Page.of(AssessmentRows.assessments(rows, keys), page, one -> Long.MAX_VALUE - one.number()));
    }

    @Override
    public Uni<Workload> workload(Assessor assessor, Set<Integer> issuers) {
        return database.read(session -> Database.select(
                        session,
                        "select count(*), count(*) filter (where a.due_at < $3), count(*) filter (where exists (select 1"
                                + " from assessment_seat m where m.issuer_no = a.issuer_no and m.assessment_no = a.id"
                                + " and m.account_no = $2 and m.scored_at is null and m.expires_at > $3))"
                                + " from assessment a where a.issuer_no = any($1) and a.state in " + AssessmentRows.OPEN
                                + QueueRule.mayScore("$2"),
                        issuers.toArray(Integer[]::new),
                        assessor.account(),
                        Database.time(clock.instant())))
                .map(rows -> new Workload((Long) rows.get(0)[0], (Long) rows.get(0)[1], (Long) rows.get(0)[2]));
    }

    @Override
    public Uni<Assessment> claim(Assessment read, Assessor assessor, boolean adjudicates, Instant until) {
        return database.write(session -> held(session, read)
                .call(now -> requireFree(session, now, assessor, adjudicates))
                .chain(now -> place(now, assessor, adjudicates)
                        .map(place -> take(session, now, assessor, place, until))
                        .orElseThrow(() -> now.notYet("All places are taken.")))
                .chain(() -> tell(session, read, "assessment.claimed", assessor.name()))
                .chain(() -> again(session, read)));
    }

    /** The assessment as it is now, which nobody else changes until the end of the transaction. */
    private Uni<Assessment> held(Mutiny.StatelessSession session, Assessment read) {
        return Database.select(
                        session,
                        "select 1 from assessment where issuer_no = $1 and id = $2 for update",
                        read.issuerNo(),
                        read.number())
                .chain(() -> again(session, read));
    }

    private Uni<Assessment> again(Mutiny.StatelessSession session, Assessment read) {
        return some(session, "where a.issuer_no = $1 and a.id = $2", read.issuerNo(), read.number())
                .map(Optional::orElseThrow);
    }

    private Uni<Void> requireFree(
            Mutiny.StatelessSession session, Assessment now, Assessor assessor, boolean adjudicates) {
        AssessmentState wanted = adjudicates ? AssessmentState.DIFFERING : AssessmentState.WAITING;
        if (now.state() != wanted) {
            throw now.not("claim it");
        }
        requireNotScored(now, assessor);
        return adjudicates
                ? requireStranger(session, now, assessor)
                : requireStranger(session, now, assessor)
                        .chain(() -> OneByOne.each(followers, one -> one.claiming(session, now, assessor)));
    }

    /** Neither their own work, nor what they know, nor an appeal against what they scored. */
    private Uni<Void> requireStranger(Mutiny.StatelessSession session, Assessment now, Assessor assessor) {
        return evidence.isBy(session, now.issuerNo(), now.submission(), assessor.account())
                .chain(own -> own
                        ? Uni.createFrom().failure(none())
                        : Database.select(
                                        session,
                                        "select 1 from assessment_recusal where issuer_no = $1 and assessment_no = $2"
                                                + " and account_no = $3 union all select 1 from assessment b"
                                                + " join assessment_seat m on m.issuer_no = b.issuer_no"
                                                + " and m.assessment_no = b.id where $4 and b.issuer_no = $1"
                                                + " and b.submission_no = $5 and not b.appeal and m.account_no = $3"
                                                + " and m.scored_at is not null",
                                        now.issuerNo(),
                                        now.number(),
                                        assessor.account(),
                                        now.origin().appeal(),
                                        now.submission())
                                .invoke(rows -> {
                                    if (!rows.isEmpty()) {
                                        throw none();
                                    }
                                })
                                .replaceWithVoid());
    }

    private static void requireNotScored(Assessment now, Assessor assessor) {
        if (now.isScoredBy(assessor.account())) {
            throw now.notYet("You have scored it already.");
        }
    }

    private static ProblemException none() {
        return ProblemException.of(ProblemType.NOT_FOUND, "There is no such assessment.");
    }

    /** One's own place, else the first that nobody holds. */
    private Optional<Integer> place(Assessment now, Assessor assessor, boolean adjudicates) {
        Optional<Assessment.Seat> own = now.seatOf(assessor.account());
        if (own.isPresent()) {
            return own.map(Assessment.Seat::place);
        }
        int first = adjudicates ? Assessment.ADJUDICATOR : 1;
        int last = adjudicates ? Assessment.ADJUDICATOR : now.seats();
        for (int place = first; place <= last; place++) {
            int candidate = place;
            boolean free =
                    now.taken().stream().noneMatch(seat -> seat.place() == candidate && seat.holds(clock.instant()));
            if (free) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }

    private static Uni<Void> take(
            Mutiny.StatelessSession session, Assessment now, Assessor assessor, int place, Instant until) {
        return Database.insert(
                session,
                "insert into assessment_seat (issuer_no, assessment_no, place, account_no, assessor, expires_at)"
                        + " values ($1, $2, $3, $4, $5, $6) on conflict (issuer_no, assessment_no, place) do update"
                        + " set account_no = excluded.account_no, assessor = excluded.assessor,"
                        + " expires_at = excluded.expires_at, reminded = false",
                now.issuerNo(),
                now.number(),
                place,
                assessor.account(),
                assessor.name(),
                Database.time(until));
    }

    @Override
    public Uni<Void> recuse(Assessment read, Assessor assessor) {
        return database.write(session -> held(session, read)
                .invoke(now -> requireNotScored(now, assessor))
                .chain(() -> Database.insert(
                        session,
                        "delete from assessment_seat where issuer_no = $1 and assessment_no = $2 and account_no = $3",
                        read.issuerNo(),
                        read.number(),
                        assessor.account()))
                .chain(() -> Database.insert(
                        session,
                        "insert into assessment_recusal values ($1, $2, $3, $4) on conflict do nothing",
                        read.issuerNo(),
                        read.number(),
                        assessor.account(),
                        Database.time(clock.instant())))
                .chain(() -> tell(session, read, "assessment.recused", assessor.name())));
    }

    @Override
    public Uni<Assessment> score(
            Assessment read, Assessor assessor, List<CriterionScore> scores, AssessmentState to, RubricRule rule) {
        return database.write(session -> held(session, read)
                .map(now -> requireSame(now, read, assessor))
                .chain(seat -> key(session, read)
                        .chain(key -> Database.insert(
                                session,
                                "update assessment_seat set levels = $4, sealed_feedback = $5, scored_at = $6"
                                        + " where issuer_no = $1 and assessment_no = $2 and place = $3",
                                read.issuerNo(),
                                read.number(),
                                seat.place(),
                                AssessmentRows.levels(scores),
                                AssessmentRows.seal(key, scores, AssessmentRows.context(read.id(), seat.place())),
                                Database.time(clock.instant()))))
                .chain(() -> Database.insert(
                        session,
                        "update assessment set state = $3 where issuer_no = $1 and id = $2",
                        read.issuerNo(),
                        read.number(),
                        to.toString()))
                .chain(() -> read.state() == AssessmentState.DIFFERING
                        ? Uni.createFrom().voidItem()
                        : OneByOne.each(followers, one -> one.scored(session, read, assessor, scores, rule)))
                .chain(() -> tell(session, read, "assessment.scored", assessor.name()))
                .chain(() -> again(session, read)));
    }

    /** What follows from scores was worked out from what was read: nobody may have scored since. */
    private Assessment.Seat requireSame(Assessment now, Assessment read, Assessor assessor) {
        Assessment.Seat seat = now.seatOf(assessor.account())
                .filter(one -> !one.hasScored() && one.holds(clock.instant()))
                .orElseThrow(() -> now.notYet("It is not yours to score now: claim it."));
        if (now.state() != read.state() || now.scored().size() != read.scored().size()) {
            throw now.notYet("Somebody scored it in the meantime; send your scores again.");
        }
        return seat;
    }

    @Override
    public Uni<Void> decide(Mutiny.StatelessSession session, Assessment read, SubmissionDecision decision, String by) {
        return Database.select(
                        session,
                        "update assessment set state = 'decided', outcome = $3, decided_by = $4, decided_at = $5"
                                + " where issuer_no = $1 and id = $2 and state = 'scored' returning 1",
                        read.issuerNo(),
                        read.number(),
                        decision.outcome().toString(),
                        by,
                        Database.time(decision.at()))
                .invoke(rows -> {
                    if (rows.isEmpty()) {
                        throw ProblemException.of(
                                ProblemType.CONFLICT, "Somebody else decided in the meantime; read it again.");
                    }
                })
                .chain(() -> tell(session, read, "assessment.decided", by));
    }

    private Uni<PersonKey> key(Mutiny.StatelessSession session, Assessment read) {
        return keys.find(session, new Person(read.issuerNo(), read.submission()))
                .map(found ->
                        found.orElseThrow(() -> ProblemException.of(ProblemType.GONE, "The educator had it erased.")));
    }

    private Uni<Void> tell(Mutiny.StatelessSession session, Assessment read, String type, String by) {
        return outbox.add(session, List.of(new OutboxEvent(read.issuerNo(), type, read.id(), by, "", clock.instant())));
    }
}
