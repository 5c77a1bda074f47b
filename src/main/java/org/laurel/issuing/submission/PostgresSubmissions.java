package org.laurel.issuing.submission;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.laurel.issuing.achievement.AchievementDefinition;
import org.laurel.shared.outbox.Outbox;
import org.laurel.shared.outbox.OutboxEvent;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.sealing.Person;
import org.laurel.shared.sealing.PersonKey;
import org.laurel.shared.sealing.PersonKeys;
import org.laurel.shared.store.Alongside;
import org.laurel.shared.store.Database;
import org.laurel.shared.store.Page;
import org.laurel.shared.store.PageRequest;
import org.laurel.shared.store.PublicId;
import org.laurel.shared.work.OneByOne;

/** Submissions in PostgreSQL. */
@ApplicationScoped
class PostgresSubmissions implements Submissions {
    private static final String BY_NUMBER = "where s.issuer_no = $1 and s.id = $2";

    private final Database database;
    private final PersonKeys keys;
    private final Outbox outbox;
    private final Clock clock;
    private final SecureRandom random;
    private final EvidencePrints prints;
    private final List<SubmissionFollowers> followers;

    PostgresSubmissions(
            Database database,
            PersonKeys keys,
            Outbox outbox,
            Clock clock,
            SecureRandom random,
            EvidencePrints prints,
            @All List<SubmissionFollowers> followers) {
        this.database = database;
        this.keys = keys;
        this.outbox = outbox;
        this.clock = clock;
        this.random = random;
        this.prints = prints;
        this.followers = List.copyOf(followers);
    }

    @Override
    public Uni<Optional<Submission>> find(PublicId id) {
        return database.read(
                session -> one(session, "where s.issuer_no = $1 and s.public_id = $2", id.issuerNo(), id.toString()));
    }

    private Uni<Optional<Submission>> one(Mutiny.StatelessSession session, String condition, Object... values) {
        return Database.select(session, SubmissionRows.SELECT + condition, values)
                .map(rows -> rows.stream().findFirst().map(row -> SubmissionRows.submission(row, keys)));
    }

    @Override
    public Uni<Page<Submission>> list(Wanted wanted, PageRequest page) {
        return database.read(session -> Database.select(
                        session,
                        SubmissionRows.SELECT
                                + "where s.id < $1 and (s.account_no = $2 or s.program = $3) and ($4 = '' or s.state = $4)"
                                + " and ($5 = '' or a.public_id = $5) order by s.id desc limit $6",
                        page.before(),
                        wanted.account().orElse(-1L),
                        wanted.program().orElse(""),
                        wanted.state().map(SubmissionState::toString).orElse(""),
                        wanted.achievement().orElse(""),
                        page.limit() + 1))
                .map(rows -> Page.of(
                        rows.stream()
                                .map(row -> SubmissionRows.submission(row, keys))
                                .toList(),
                        page,
                        Submission::number));
    }

    @Override
    public Uni<Submission> start(AchievementDefinition achievement, Fresh fresh, Alongside<Submission> alongside) {
        int issuerNo = achievement.issuerNo();
        String id = PublicId.fresh(issuerNo, random).toString();
        return database.write(session -> Database.rowNumbers(session, 1).chain(numbers -> {
            Person person = new Person(issuerNo, numbers.get(0));
            return keys.make(session, List.of(person))
                    .chain(made -> insert(session, achievement, fresh.owner(), id, made.get(0)))
                    .chain(inserted -> inserted ? Uni.createFrom().voidItem() : underWay(session, achievement, fresh))
                    .chain(() -> tell(session, issuerNo, id, "submission.started", fresh.by()))
                    .chain(() -> one(session, BY_NUMBER, issuerNo, person.number()))
                    .map(Optional::orElseThrow)
                    .call(made -> alongside.store(session, made));
        }));
    }

    private Uni<Boolean> insert(
            Mutiny.StatelessSession session,
            AchievementDefinition achievement,
            Submission.Owner owner,
            String id,
            PersonKey key) {
        Educator educator = owner.educator();
        return Database.select(
                        session,
                        "insert into submission (issuer_no, id, public_id, achievement_no, account_no, program, lookup,"
                                + " sealed_educator, state, round, version, created_at, updated_at) values ($1, $2, $3, $4,"
                                + " nullif($5, 0), nullif($6, ''), nullif($7, ''::bytea), nullif($8, ''::bytea), 'draft', 0, 1,"
                                + " $9, $9) on conflict do nothing returning 1",
                        achievement.issuerNo(),
                        key.person().number(),
                        id,
                        achievement.number(),
                        owner.account() == null ? 0L : owner.account(),
                        owner.program() == null ? "" : owner.program(),
                        lookup(achievement.issuerNo(), educator),
                        educator == null
                                ? Buffer.buffer()
                                : SubmissionRows.seal(key, educator, SubmissionRows.educator(id)),
                        now())
                .map(rows -> !rows.isEmpty());
    }

    /** By what a program's educator is found again. */
    private Buffer lookup(int issuerNo, @Nullable Educator educator) {
        return educator == null
                ? Buffer.buffer()
                : Buffer.buffer(keys.lookup(issuerNo, SubmissionRows.user(educator.userId())));
    }

    /** Fails with a 409 problem that leads to the one that is there. */
    private Uni<Void> underWay(Mutiny.StatelessSession session, AchievementDefinition achievement, Fresh fresh) {
        return Database.select(
                        session,
                        "select public_id from submission where issuer_no = $1 and achievement_no = $2"
                                + " and (account_no = $3 or program = $4 and lookup = $5) and state in "
                                + SubmissionRows.UNDER_WAY,
                        achievement.issuerNo(),
                        achievement.number(),
                        fresh.owner().account() == null ? -1L : fresh.owner().account(),
                        fresh.owner().program() == null ? "" : fresh.owner().program(),
                        lookup(achievement.issuerNo(), fresh.owner().educator()))
                .map(rows -> {
                    throw ProblemException.of(
                            ProblemType.CONFLICT,
                            "One is under way for this micro-credential"
                                    + (rows.isEmpty() ? "" : ": " + rows.get(0)[0])
                                    + ". Allowed now: go on with it, or withdraw it and start anew.");
                });
    }

    @Override
    public Uni<Optional<Submission>> save(Submission read, SubmissionContent content) {
        return database.write(session -> key(session, read)
                .chain(key -> Database.select(
                        session,
                        "update submission set sealed_content = $3, version = version + 1, updated_at = $4"
                                + " where issuer_no = $1 and id = $2 and version = $5 and state in ('draft', 'returned') returning 1",
                        read.issuerNo(),
                        read.number(),
                        SubmissionRows.seal(key, content, SubmissionRows.content(read.id())),
                        now(),
                        read.version()))
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(Optional.<Submission>empty())
                        : one(session, BY_NUMBER, read.issuerNo(), read.number())));
    }

    @Override
    public Uni<Optional<Submission.Owner>> owner(int issuerNo, long number) {
        return database.read(session -> one(session, BY_NUMBER, issuerNo, number))
                .map(found -> found.map(Submission::owner));
    }

    @Override
    public Uni<Submission> submit(Submission read, Filed filed, String by) {
        return database.write(session -> move(session, read, "submitted", ", round = round + 1, submitted_at = $4")
                .chain(() -> key(session, read))
                .chain(key -> Database.insert(
                        session,
                        "insert into submission_version (issuer_no, submission_no, round, sealed_content, submitted_by,"
                                + " submitted_at) values ($1, $2, $3, $4, $5, $6)",
                        read.issuerNo(),
                        read.number(),
                        read.round() + 1,
                        SubmissionRows.seal(key, read.content(), SubmissionRows.frozen(read.id(), read.round() + 1)),
                        by,
                        now()))
                .chain(() -> freeze(session, read, filed.files()))
                .chain(() -> prints.keep(session, read, filed.prints()))
                .chain(() -> Database.select(
                        session,
                        "select achievement_no from submission where issuer_no = $1 and id = $2",
                        read.issuerNo(),
                        read.number()))
                .map(rows -> new SubmissionFollowers.Submitted(
                        read.issuerNo(), read.number(), (Long) rows.get(0)[0], read.round() + 1))
                .chain(submitted -> OneByOne.each(followers, one -> one.submitted(session, submitted)))
                .chain(() -> told(session, read, "submission.submitted", by)));
    }

    /** Whoever adds or removes files holds the submission, as this does by now; others see that it is not open any more. */
    private static Uni<Void> freeze(Mutiny.StatelessSession session, Submission read, List<EvidenceFile> files) {
        return Database.select(
                        session,
                        "insert into submission_version_file (issuer_no, submission_no, round, file_no) select f.issuer_no,"
                                + " f.submission_no, $3, f.id from evidence_file f where f.issuer_no = $1"
                                + " and f.submission_no = $2 and not f.removed and f.state <> 'gone' returning file_no",
                        read.issuerNo(),
                        read.number(),
                        read.round() + 1)
                .invoke(rows -> {
                    List<Long> frozen =
                            rows.stream().map(row -> (Long) row[0]).sorted().toList();
                    if (!frozen.equals(
                            files.stream().map(EvidenceFile::number).sorted().toList())) {
                        throw ProblemException.of(
                                ProblemType.CONFLICT, "A file came or went in the meantime; look at it again.");
                    }
                })
                .replaceWithVoid();
    }

    @Override
    public Uni<Submission> withdraw(Submission read, String by) {
        return database.write(session -> move(session, read, "withdrawn", "")
                .chain(() -> OneByOne.each(followers, one -> one.withdrawn(session, read.issuerNo(), read.number())))
                .chain(() -> told(session, read, "submission.withdrawn", by)));
    }

    private Uni<Void> move(Mutiny.StatelessSession session, Submission read, String to, String more) {
        return Database.select(
                        session,
                        "update submission set state = $3, version = version + 1, updated_at = $4" + more
                                + " where issuer_no = $1 and id = $2 and version = $5 and state = $6 returning 1",
                        read.issuerNo(),
                        read.number(),
                        to,
                        now(),
                        read.version(),
                        read.state().toString())
                .invoke(rows -> {
                    if (rows.isEmpty()) {
                        throw ProblemException.of(
                                ProblemType.CONFLICT, "The submission was changed in the meantime; read it again.");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Submission> told(Mutiny.StatelessSession session, Submission read, String type, String by) {
        return tell(session, read.issuerNo(), read.id(), type, by)
                .chain(() -> one(session, BY_NUMBER, read.issuerNo(), read.number()))
                .map(Optional::orElseThrow);
    }

    @Override
    public Uni<List<Frozen>> frozen(Submission submission) {
        return database.read(session -> key(session, submission).chain(key -> Database.select(
                        session,
                        "select round, submitted_at, sealed_content from submission_version where issuer_no = $1"
                                + " and submission_no = $2 order by round desc",
                        submission.issuerNo(),
                        submission.number())
                .map(rows -> rows.stream()
                        .map(row -> new Frozen(
                                (Integer) row[0],
                                Database.instant(row[1]),
                                SubmissionRows.open(
                                        key,
                                        row[2],
                                        SubmissionRows.frozen(submission.id(), (Integer) row[0]),
                                        SubmissionContent.class)))
                        .toList())));
    }

    private Uni<PersonKey> key(Mutiny.StatelessSession session, Submission submission) {
        return keys.find(session, new Person(submission.issuerNo(), submission.number()))
                .map(found ->
                        found.orElseThrow(() -> ProblemException.of(ProblemType.GONE, "The educator had it erased.")));
    }

    private Uni<Void> tell(Mutiny.StatelessSession session, int issuerNo, String id, String type, String by) {
        return outbox.add(session, List.of(new OutboxEvent(issuerNo, type, id, by, "", clock.instant())));
    }

    private OffsetDateTime now() {
        return Database.time(clock.instant());
    }
}
