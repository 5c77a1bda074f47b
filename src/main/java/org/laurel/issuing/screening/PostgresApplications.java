package org.laurel.issuing.screening;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.issuer.UnderWay;
import org.laurel.shared.json.JsonColumns;
import org.laurel.shared.letter.Letters;
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

/** Applications in PostgreSQL. */
@ApplicationScoped
class PostgresApplications implements Applications, UnderWay {
    private final Database database;
    private final PersonKeys keys;
    private final Outbox outbox;
    private final Clock clock;
    private final SecureRandom random;
    private final Letters letters;

    PostgresApplications(
            Database database, PersonKeys keys, Outbox outbox, Clock clock, SecureRandom random, Letters letters) {
        this.letters = letters;
        this.database = database;
        this.keys = keys;
        this.outbox = outbox;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Uni<Optional<Application>> find(String id) {
        return database.read(session -> one(session, "where a.public_id = $1", id));
    }

    private Uni<Optional<Application>> one(Mutiny.StatelessSession session, String condition, Object value) {
        return Database.select(session, ApplicationRows.SELECT + condition, value)
                .map(rows -> rows.stream().findFirst().map(row -> ApplicationRows.application(row, keys)));
    }

    @Override
    public Uni<Page<Application>> list(Wanted wanted, PageRequest page) {
        return database.read(session -> Database.select(
                        session,
                        ApplicationRows.SELECT
                                + "where a.id < $1 and ($2 = 0 and a.round > 0 or a.account_no = $2)"
                                + " and ($3 = '' or a.state = $3) order by a.id desc limit $4",
                        page.before(),
                        wanted.account().orElse(0L),
                        wanted.state().map(ApplicationState::toString).orElse(""),
                        page.limit() + 1))
                .map(rows -> Page.of(
                        rows.stream()
                                .map(row -> ApplicationRows.application(row, keys))
                                .toList(),
                        page,
                        Application::number));
    }

    @Override
    public Uni<Application> create(long account, Fresh fresh, Alongside<Application> alongside) {
        String id = PublicId.fresh(0, random).toString();
        return database.write(session -> Database.rowNumbers(session, 1).chain(numbers -> {
            long number = numbers.get(0);
            return keys.make(session, List.of(new Person(0, number)))
                    .chain(made -> Database.insert(
                            session,
                            "insert into application (id, public_id, account_no, state, sealed_content, renews, round,"
                                    + " version, created_at, updated_at) values ($1, $2, $3, 'draft', $4, nullif($5, 0), 0,"
                                    + " 1, $6, $6)",
                            number,
                            id,
                            account,
                            ApplicationRows.seal(
                                    made.get(0), JsonColumns.write(fresh.content()), ApplicationRows.content(id)),
                            fresh.renews() == null ? 0 : fresh.renews(),
                            now()))
                    .chain(() -> keep(session, number, fresh.by()))
                    .chain(() -> tell(session, id, "application.created", fresh.by()))
                    .chain(() -> one(session, "where a.id = $1", number))
                    .map(Optional::orElseThrow)
                    .call(made -> alongside.store(session, made));
        }));
    }

    private Uni<Void> keep(Mutiny.StatelessSession session, long number, String by) {
        return Database.insert(
                session,
                "insert into application_save select id, version, sealed_content, $2, updated_at from application"
                        + " where id = $1",
                number,
                by);
    }

    @Override
    public Uni<Optional<Application>> save(Application read, ApplicationContent content, String by) {
        return database.write(session -> key(session, read)
                .chain(key -> Database.select(
                        session,
                        "update application set sealed_content = $2, version = version + 1, updated_at = $3"
                                + " where id = $1 and version = $4 and state in ('draft', 'changes-requested') returning 1",
                        read.number(),
                        ApplicationRows.seal(key, JsonColumns.write(content), ApplicationRows.content(read.id())),
                        now(),
                        read.version()))
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(Optional.<Application>empty())
                        : keep(session, read.number(), by)
                                .chain(() -> tell(session, read.id(), "application.saved", by))
                                .chain(() -> one(session, "where a.id = $1", read.number()))));
    }

    private Uni<PersonKey> key(Mutiny.StatelessSession session, Application application) {
        return keys.find(session, new Person(0, application.number()))
                .map(found ->
                        found.orElseThrow(() -> ProblemException.of(ProblemType.GONE, "The applicant had it erased.")));
    }

    @Override
    public Uni<List<Application.Save>> saves(Application application) {
        return database.read(session -> key(session, application).chain(key -> Database.select(
                        session,
                        "select version, saved_by, saved_at, sealed_content from application_save"
                                + " where application_no = $1 order by version desc limit 200",
                        application.number())
                .map(rows -> rows.stream()
                        .map(row -> new Application.Save(
                                (Long) row[0],
                                (String) row[1],
                                ApplicationRows.instant(row[2]),
                                JsonColumns.read(
                                        ApplicationRows.open(key, row[3], ApplicationRows.content(application.id())),
                                        ApplicationContent.class)))
                        .toList())));
    }

    @Override
    public Uni<Application> submit(Application read, int rubricEdition, String by) {
        return move(
                read,
                ApplicationState.SUBMITTED,
                ", rubric_edition = " + rubricEdition + ", round = round + 1, submitted_at = $3",
                by);
    }

    @Override
    public Uni<Application> withdraw(Application read, String by) {
        return move(read, ApplicationState.WITHDRAWN, "", by);
    }

    private Uni<Application> move(Application read, ApplicationState to, String more, String by) {
        return database.write(session -> Database.select(
                        session,
                        "update application set state = $2, version = version + 1, updated_at = $3" + more
                                + " where id = $1 and version = $4 and state = $5 returning 1",
                        read.number(),
                        to.toString(),
                        now(),
                        read.version(),
                        read.state().toString())
                .invoke(rows -> requireMoved(!rows.isEmpty()))
                .chain(() -> tell(session, read.id(), "application." + to, by))
                .chain(() -> one(session, "where a.id = $1", read.number()))
                .map(Optional::orElseThrow));
    }

    private static void requireMoved(boolean moved) {
        if (!moved) {
            throw ProblemException.of(
                    ProblemType.CONFLICT, "Somebody else changed the application in the meantime; read it again.");
        }
    }

    @Override
    public Uni<Void> decide(
            Mutiny.StatelessSession session,
            Application read,
            Application.Decision decision,
            @Nullable Integer issuer) {
        return key(session, read)
                .chain(key -> Database.select(
                        session,
                        "update application set state = $2, decision = $3, decided_by = $4, decided_at = $5,"
                                + " sealed_reasons = $6, issuer_no = nullif($7, 0), version = version + 1, updated_at = $5"
                                + " where id = $1 and round = $8 and state in ('submitted', 'in-review') returning 1",
                        read.number(),
                        decision.outcome().leadsTo().toString(),
                        decision.outcome().toString(),
                        decision.by(),
                        Database.time(decision.at()),
                        ApplicationRows.seal(key, decision.reasons(), ApplicationRows.reasons(read.id())),
                        issuer == null ? 0 : issuer,
                        read.round()))
                .invoke(rows -> requireMoved(!rows.isEmpty()))
                .chain(() -> tell(
                        session, read.id(), "application." + decision.outcome().leadsTo(), decision.by()))
                .chain(() -> letters.add(
                        session,
                        List.of(ApplicationLetters.about(
                                read, decision.outcome().leadsTo()))));
    }

    /** Renewals of an organisation whose right to issue is withdrawn are declined, with that for a reason. */
    @Override
    public Uni<Void> close(Mutiny.StatelessSession session, Issuer issuer, String reason, String by) {
        return Database.select(
                        session,
                        ApplicationRows.SELECT + "where a.renews = $1 and a.state not in ('accepted', 'declined',"
                                + " 'withdrawn') order by a.id for update of a",
                        issuer.number())
                .chain(rows -> OneByOne.each(
                        rows, row -> decline(session, ApplicationRows.application(row, keys), reason, by)));
    }

    private Uni<Void> decline(Mutiny.StatelessSession session, Application open, String reason, String by) {
        String reasons = "The organisation's right to issue was withdrawn, so its screening is not renewed: " + reason;
        return keys.find(session, new Person(0, open.number()))
                .map(key -> key.map(one -> ApplicationRows.seal(one, reasons, ApplicationRows.reasons(open.id())))
                        .orElse(Buffer.buffer()))
                .chain(notice -> Database.insert(
                        session,
                        "update application set state = 'declined', decision = 'decline', decided_by = $2,"
                                + " decided_at = $3, sealed_reasons = nullif($4, ''::bytea), version = version + 1,"
                                + " updated_at = $3 where id = $1",
                        open.number(),
                        by,
                        now(),
                        notice))
                .chain(() -> tell(session, open.id(), "application.declined", by))
                .chain(() -> letters.add(session, List.of(ApplicationLetters.about(open, ApplicationState.DECLINED))));
    }

    @Override
    public Uni<List<Application.Message>> messages(Application application) {
        return database.read(session -> key(session, application).chain(key -> Database.select(
                        session,
                        "select author, by_screener, sealed_text, sent_at from application_message"
                                + " where application_no = $1 order by id limit 500",
                        application.number())
                .map(rows -> rows.stream()
                        .map(row -> new Application.Message(
                                (String) row[0],
                                (Boolean) row[1],
                                ApplicationRows.open(key, row[2], ApplicationRows.message(application.id())),
                                ApplicationRows.instant(row[3])))
                        .toList())));
    }

    @Override
    public Uni<Application.Message> say(Application application, String author, boolean byScreener, String text) {
        Instant now = Database.instant(now());
        return database.write(session -> key(session, application)
                .chain(key -> Database.rowNumbers(session, 1)
                        .chain(numbers -> Database.insert(
                                session,
                                "insert into application_message values ($1, $2, $3, $4, $5, $6)",
                                application.number(),
                                numbers.get(0),
                                author,
                                byScreener,
                                ApplicationRows.seal(key, text, ApplicationRows.message(application.id())),
                                now())))
                .chain(() -> tell(session, application.id(), "application.message", author))
                .chain(() -> byScreener
                        ? letters.addUnlessWaiting(session, ApplicationLetters.message(application))
                        : Uni.createFrom().voidItem())
                .replaceWith(new Application.Message(author, byScreener, text, now)));
    }

    private Uni<Void> tell(Mutiny.StatelessSession session, String id, String type, String by) {
        return outbox.add(session, List.of(new OutboxEvent(0, type, id, by, "", clock.instant())));
    }

    private OffsetDateTime now() {
        return Database.time(clock.instant());
    }
}
