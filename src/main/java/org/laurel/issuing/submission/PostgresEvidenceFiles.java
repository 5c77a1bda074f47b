package org.laurel.issuing.submission;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.shared.file.FilesConfig;
import org.laurel.shared.json.Constants;
import org.laurel.shared.outbox.Outbox;
import org.laurel.shared.outbox.OutboxEvent;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;
import org.laurel.shared.sealing.Person;
import org.laurel.shared.sealing.PersonKeys;
import org.laurel.shared.store.Alongside;
import org.laurel.shared.store.Database;
import org.laurel.shared.store.PublicId;
import org.laurel.shared.work.OneByOne;

/** Files of evidence in PostgreSQL; their bytes are elsewhere. */
@ApplicationScoped
class PostgresEvidenceFiles implements EvidenceFiles, OwnFiles {
    private static final Duration EXPIRY = Duration.ofDays(1);
    private static final int MOST_A_PART = 20;
    private static final String SELECT = "select f.issuer_no, f.id, f.public_id, f.submission_no, f.part, f.state,"
            + " f.sealed_about, f.size, f.created_at, k.wrapped_key from evidence_file f"
            + " join person_key k on k.issuer_no = f.issuer_no and k.person_no = f.submission_no ";
    private static final String CURRENT =
            "where f.issuer_no = $1 and f.submission_no = $2 and not f.removed and f.state <> 'gone' order by f.id";

    private final Database database;
    private final PersonKeys keys;
    private final Outbox outbox;
    private final Clock clock;
    private final SecureRandom random;
    private final FilesConfig config;

    PostgresEvidenceFiles(
            Database database, PersonKeys keys, Outbox outbox, Clock clock, SecureRandom random, FilesConfig config) {
        this.database = database;
        this.keys = keys;
        this.outbox = outbox;
        this.clock = clock;
        this.random = random;
        this.config = config;
    }

    @Override
    public Uni<List<EvidenceFile>> list(Submission submission) {
        return database.read(session -> select(session, CURRENT, submission.issuerNo(), submission.number()));
    }

    @Override
    public Uni<List<EvidenceFile>> all(Submission submission) {
        return database.read(session -> select(
                session,
                "where f.issuer_no = $1 and f.submission_no = $2 and f.state <> 'gone' order by f.id",
                submission.issuerNo(),
                submission.number()));
    }

    @Override
    public Uni<Optional<EvidenceFile>> find(Submission submission, String id) {
        return find(submission.issuerNo(), submission.number(), id);
    }

    @Override
    public Uni<Optional<EvidenceFile>> find(int issuerNo, long submission, String id) {
        return database.read(session -> select(
                        session,
                        "where f.issuer_no = $1 and f.submission_no = $2 and f.public_id = $3 and f.state <> 'gone'",
                        issuerNo,
                        submission,
                        id))
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<List<EvidenceFile>> frozen(int issuerNo, long submission, int round) {
        return database.read(session -> select(
                session,
                "join submission_version_file v on v.issuer_no = f.issuer_no and v.submission_no = f.submission_no"
                        + " and v.file_no = f.id where v.issuer_no = $1 and v.submission_no = $2 and v.round = $3"
                        + " order by f.part, f.id",
                issuerNo,
                submission,
                round));
    }

    @Override
    public Uni<List<OwnFile>> of(long account) {
        return database.read(session -> Database.select(
                                session,
                                "select public_id, issuer_no, id from submission where account_no = $1 order by id",
                                account)
                        .chain(rows -> OneByOne.all(rows, row -> select(
                                        session,
                                        "where f.issuer_no = $1 and f.submission_no = $2 and f.state = 'ready' order by f.id",
                                        row[1],
                                        row[2])
                                .map(files -> files.stream()
                                        .map(file -> new OwnFile((String) row[0], file.served()))
                                        .toList()))))
                .map(all -> all.stream().flatMap(List::stream).toList());
    }

    private Uni<List<EvidenceFile>> select(Mutiny.StatelessSession session, String condition, Object... values) {
        return Database.select(session, SELECT + condition, values)
                .map(rows -> rows.stream().map(this::file).toList());
    }

    private EvidenceFile file(Object[] row) {
        var key = keys.open(new Person((Integer) row[0], (Long) row[3]), ((Buffer) row[9]).getBytes());
        String id = (String) row[2];
        return new EvidenceFile(
                (Integer) row[0],
                (Long) row[1],
                id,
                (Long) row[3],
                (String) row[4],
                Constants.stored(FileState.class, (String) row[5]),
                SubmissionRows.open(key, row[6], about(id), EvidenceFile.About.class),
                (Long) row[7],
                Database.instant(row[8]),
                key);
    }

    private static String about(String id) {
        return "evidence-file/" + id + "/about";
    }

    @Override
    public Uni<EvidenceFile> announce(Submission submission, Announced announced, Alongside<EvidenceFile> alongside) {
        String id = PublicId.fresh(submission.issuerNo(), random).toString();
        return database.write(session -> held(session, submission, SubmissionState::isOpen, "add files to it")
                .chain(() -> requireRoom(session, submission, announced))
                .chain(() -> keys.find(session, new Person(submission.issuerNo(), submission.number())))
                .map(key -> key.orElseThrow(PostgresEvidenceFiles::erased))
                .chain(key -> Database.rowNumbers(session, 1)
                        .chain(numbers -> Database.insert(
                                session,
                                "insert into evidence_file (issuer_no, id, public_id, submission_no, part, state,"
                                        + " sealed_about, size, removed, created_at, changed_at) values ($1, $2, $3, $4, $5,"
                                        + " 'arriving', $6, $7, false, $8, $8)",
                                submission.issuerNo(),
                                numbers.get(0),
                                id,
                                submission.number(),
                                announced.part(),
                                SubmissionRows.seal(
                                        key,
                                        EvidenceFile.About.announced(announced.name(), announced.kind()),
                                        about(id)),
                                announced.size(),
                                Database.time(clock.instant()))))
                .chain(() -> tell(
                        session, submission.issuerNo(), submission.id(), "submission.file-announced", announced.by()))
                .chain(() -> select(session, "where f.issuer_no = $1 and f.public_id = $2", submission.issuerNo(), id))
                .map(found -> found.get(0))
                .call(made -> alongside.store(session, made)));
    }

    /** Holds the submission as it is until the end of the transaction, and all others who announce for the same person. */
    private static Uni<Void> held(
            Mutiny.StatelessSession session, Submission submission, Predicate<SubmissionState> may, String what) {
        return Database.select(
                        session,
                        "select state from submission where issuer_no = $1 and id = $2 for update",
                        submission.issuerNo(),
                        submission.number())
                .invoke(rows -> {
                    SubmissionState state = Constants.stored(SubmissionState.class, (String) rows.get(0)[0]);
                    if (!may.test(state)) {
                        throw ProblemException.notNow("The submission", state, what, state.allowed());
                    }
                })
                .replaceWithVoid();
    }

    /** What was awarded for counts no more: it cannot be removed, and somebody who earns much is not to be stopped by it. */
    private Uni<Void> requireRoom(Mutiny.StatelessSession session, Submission submission, Announced announced) {
        return Database.select(
                        session,
                        "select count(pg_advisory_xact_lock(hashtextextended(coalesce(account_no::text, issuer_no || '/'"
                                + " || program || '/' || encode(lookup, 'hex')), 8108))) from submission"
                                + " where issuer_no = $1 and id = $2",
                        submission.issuerNo(),
                        submission.number())
                .chain(() -> Database.select(
                        session,
                        "select coalesce(sum(f.size), 0)::bigint, count(*) filter (where f.submission_no = mine.id"
                                + " and f.part = $3 and not f.removed) from submission mine join submission s"
                                + " on s.account_no = mine.account_no or s.issuer_no = mine.issuer_no"
                                + " and s.program = mine.program and s.lookup = mine.lookup"
                                + " join evidence_file f on f.issuer_no = s.issuer_no and f.submission_no = s.id"
                                + " and f.state <> 'gone' where mine.issuer_no = $1 and mine.id = $2 and s.state <> 'awarded'",
                        submission.issuerNo(),
                        submission.number(),
                        announced.part()))
                .invoke(rows -> {
                    long left = config.perPerson().asLongValue() - (Long) rows.get(0)[0];
                    if (announced.size() > left) {
                        throw invalid(
                                "/size",
                                "quota",
                                "There is room for " + Math.max(0, left) + " bytes more, of "
                                        + config.perPerson().asLongValue()
                                        + " for all files of one person that are not of awarded submissions; remove some that"
                                        + " are not needed.");
                    }
                    if ((Long) rows.get(0)[1] >= MOST_A_PART) {
                        throw invalid("/part", "too-many", "A part takes at most " + MOST_A_PART + " files.");
                    }
                })
                .replaceWithVoid();
    }

    private static ProblemException invalid(String pointer, String code, String detail) {
        return ProblemException.of(ProblemType.INVALID, List.of(new Violation(pointer, code, detail)));
    }

    private static ProblemException erased() {
        return ProblemException.of(ProblemType.GONE, "The educator had it erased.");
    }

    @Override
    public Uni<EvidenceFile> sized(EvidenceFile file, long size) {
        if (size < 1) {
            throw invalid("/size", "empty", "The file is empty.");
        }
        return database.write(session -> Database.insert(
                                session,
                                "update evidence_file set size = $3 where issuer_no = $1 and id = $2 and state = 'arriving'",
                                file.issuerNo(),
                                file.number(),
                                size)
                        .chain(() -> select(
                                session, "where f.issuer_no = $1 and f.id = $2", file.issuerNo(), file.number())))
                .map(found -> found.get(0));
    }

    @Override
    public Uni<Void> touch(EvidenceFile file) {
        return database.write(session -> Database.insert(
                session,
                "update evidence_file set changed_at = $3 where issuer_no = $1 and id = $2",
                file.issuerNo(),
                file.number(),
                Database.time(clock.instant())));
    }

    @Override
    public Uni<Optional<EvidenceFile>> arrived(EvidenceFile file, FileState state, EvidenceFile.About about) {
        return database.write(session -> Database.select(
                        session,
                        "update evidence_file set state = $3, sealed_about = $4, changed_at = $5 where issuer_no = $1"
                                + " and id = $2 and state in ('arriving', 'unscanned') returning 1",
                        file.issuerNo(),
                        file.number(),
                        state.toString(),
                        SubmissionRows.seal(file.key(), about, about(file.id())),
                        Database.time(clock.instant()))
                .chain(rows -> select(
                                session,
                                "where f.issuer_no = $1 and f.id = $2 and f.state <> 'gone'",
                                file.issuerNo(),
                                file.number())
                        .map(found -> rows.isEmpty()
                                ? Optional.<EvidenceFile>empty()
                                : found.stream().findFirst())));
    }

    @Override
    public Uni<Boolean> remove(Submission submission, EvidenceFile file, String by) {
        return database.write(session -> held(
                        session,
                        submission,
                        state -> state.isOpen() || state == SubmissionState.WITHDRAWN,
                        "remove files from it")
                .chain(() -> Database.select(
                        session,
                        "update evidence_file f set removed = true, state = case when exists (select 1 from"
                                + " submission_version_file v where v.issuer_no = f.issuer_no and v.file_no = f.id)"
                                + " then f.state else 'gone' end where f.issuer_no = $1 and f.id = $2 and not f.removed"
                                + " and f.state <> 'gone' returning 1",
                        file.issuerNo(),
                        file.number()))
                .call(rows -> rows.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : tell(session, file.issuerNo(), submission.id(), "submission.file-removed", by))
                .map(rows -> !rows.isEmpty()));
    }

    @Override
    public Uni<Boolean> isGone(EvidenceFile file) {
        return database.read(session -> Database.select(
                        session,
                        "select 1 from evidence_file where issuer_no = $1 and id = $2 and state = 'gone'",
                        file.issuerNo(),
                        file.number())
                .map(rows -> !rows.isEmpty()));
    }

    @Override
    public Uni<Void> refuse(EvidenceFile file, String event) {
        return database.write(session -> Database.select(
                        session,
                        "update evidence_file f set state = 'gone', removed = true from submission s where f.issuer_no = $1"
                                + " and f.id = $2 and s.issuer_no = f.issuer_no and s.id = f.submission_no"
                                + " and f.state <> 'gone' returning s.public_id",
                        file.issuerNo(),
                        file.number())
                .chain(rows -> rows.isEmpty() || event.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : tell(session, file.issuerNo(), (String) rows.get(0)[0], event, "service")));
    }

    @Override
    public Uni<List<EvidenceFile>> unscanned() {
        return database.read(session -> select(session, "where f.state = 'unscanned' order by f.changed_at limit 100"));
    }

    @Override
    public Uni<List<String>> expired() {
        return database.write(session -> Database.insert(
                        session,
                        "update evidence_file set state = 'gone', removed = true where state = 'arriving' and changed_at < $1",
                        Database.time(clock.instant().minus(EXPIRY)))
                .chain(() -> Database.select(
                        session,
                        "select public_id from evidence_file where state = 'gone' order by changed_at limit 500"))
                .map(rows -> rows.stream().map(row -> (String) row[0]).toList()));
    }

    @Override
    public Uni<Void> forget(String id) {
        return database.write(session ->
                Database.insert(session, "delete from evidence_file where public_id = $1 and state = 'gone'", id));
    }

    private Uni<Void> tell(Mutiny.StatelessSession session, int issuerNo, String submission, String type, String by) {
        return outbox.add(session, List.of(new OutboxEvent(issuerNo, type, submission, by, "", clock.instant())));
    }
}
