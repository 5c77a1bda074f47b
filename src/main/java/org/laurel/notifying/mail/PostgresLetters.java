package org.laurel.notifying.mail;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.letter.Letter;
import org.laurel.shared.letter.LetterState;
import org.laurel.shared.letter.Letters;
import org.laurel.shared.letter.PostedLetter;
import org.laurel.shared.sealing.Person;
import org.laurel.shared.sealing.PersonKeys;
import org.laurel.shared.store.Database;
import org.laurel.shared.store.Page;
import org.laurel.shared.store.PageRequest;
import org.laurel.shared.store.PublicId;
import org.laurel.shared.work.OneByOne;

/** Letters in PostgreSQL. */
@ApplicationScoped
class PostgresLetters implements Letters {
    private static final String INSERT =
            "insert into letter (issuer_no, id, public_id, kind, subject, person_issuer_no,"
                    + " person_no, sealed_secret, bulk, state, due_at, attempts, written_at)";

    private final MailConfig config;
    private final Database database;
    private final PersonKeys keys;
    private final SecureRandom random;
    private final Clock clock;

    PostgresLetters(MailConfig config, Database database, PersonKeys keys, SecureRandom random, Clock clock) {
        this.config = config;
        this.database = database;
        this.keys = keys;
        this.random = random;
        this.clock = clock;
    }

    /** A letter with the id that it gets, and its secret sealed. */
    private record New(String id, Letter letter, @Nullable Buffer secret) {}

    @Override
    public Uni<Void> add(Mutiny.StatelessSession session, List<Letter> letters) {
        if (!config.isOn() || letters.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return OneByOne.all(letters, letter -> made(session, letter)).chain(made -> insert(session, made));
    }

    private Uni<New> made(Mutiny.StatelessSession session, Letter letter) {
        String id = PublicId.fresh(letter.issuerNo(), random).toString();
        if (letter.secret().isEmpty()) {
            return Uni.createFrom().item(new New(id, letter, null));
        }
        String secret = letter.secret().get();
        return keys.find(session, letter.person().orElseThrow())
                .map(Optional::orElseThrow)
                .map(key -> new New(id, letter, Buffer.buffer(key.seal(secret, context(id)))));
    }

    /** By what a secret is bound to its letter. */
    static String context(String id) {
        return "letter/" + id;
    }

    private Uni<Void> insert(Mutiny.StatelessSession session, List<New> made) {
        OffsetDateTime now = Database.time(clock.instant());
        return Database.insert(
                session,
                INSERT + " select i, nextval('row_number'), p, k, s, pi, pn, x, b, 'waiting', d, 0, $10 from unnest("
                        + "$1::int[], $2::text[], $3::text[], $4::text[], $5::int[], $6::bigint[], $7::bytea[],"
                        + " $8::boolean[], $9::timestamptz[]) as n(i, p, k, s, pi, pn, x, b, d)",
                Database.column(made, Integer[]::new, one -> one.letter().issuerNo()),
                Database.column(made, String[]::new, New::id),
                Database.column(made, String[]::new, one -> one.letter().kind()),
                Database.column(made, String[]::new, one -> one.letter().subject()),
                Database.column(made, Integer[]::new, PostgresLetters::issuerOf),
                Database.column(made, Long[]::new, PostgresLetters::numberOf),
                Database.column(made, Buffer[]::new, New::secret),
                Database.column(made, Boolean[]::new, one -> one.letter().bulk()),
                Database.column(
                        made,
                        OffsetDateTime[]::new,
                        one -> one.letter().notBefore().map(Database::time).orElse(now)),
                now);
    }

    private static @Nullable Integer issuerOf(New made) {
        return made.letter().person().map(Person::issuerNo).orElse(null);
    }

    private static @Nullable Long numberOf(New made) {
        return made.letter().person().map(Person::number).orElse(null);
    }

    @Override
    public Uni<Void> addUnlessWaiting(Mutiny.StatelessSession session, Letter letter) {
        return there(session, letter.issuerNo(), letter.subject(), letter.kind(), "state = 'waiting' and lease is null")
                .chain(there -> there.isPresent() ? Uni.createFrom().voidItem() : add(session, List.of(letter)));
    }

    @Override
    public Uni<Void> addIfTold(Mutiny.StatelessSession session, String told, Letter letter) {
        return addIfToldOf(session, told, letter.subject(), letter);
    }

    @Override
    public Uni<Void> addIfToldOf(Mutiny.StatelessSession session, String told, String subject, Letter letter) {
        return there(session, letter.issuerNo(), subject, told, "(state = 'sent' or lease is not null)")
                .chain(there -> there.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : add(session, List.of(letter.inBulk(there.get()))));
    }

    /** Whether there is one about the same, and whether it is one of many. */
    private Uni<Optional<Boolean>> there(
            Mutiny.StatelessSession session, int issuerNo, String subject, String kind, String how) {
        if (!config.isOn()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return Database.select(
                        session,
                        "select bulk from letter where issuer_no = $1 and subject = $2 and kind = $3 and " + how
                                + " limit 1",
                        issuerNo,
                        subject,
                        kind)
                .map(rows -> rows.stream().findFirst().map(row -> (Boolean) row[0]));
    }

    @Override
    public Uni<Page<PostedLetter>> list(int issuerNo, Filter filter, PageRequest page) {
        return database.read(session -> Database.select(
                        session,
                        "select id, public_id, kind, subject, state, attempts, answer, written_at,"
                                + " case when state = 'waiting' then due_at end, settled_at from letter"
                                + " where issuer_no = $1 and id < $2 and ($3 = '' or state = $3)"
                                + " and ($4 = '' or subject = $4) order by id desc limit $5",
                        issuerNo,
                        page.before(),
                        filter.state().map(LetterState::toString).orElse(""),
                        filter.subject().orElse(""),
                        page.limit() + 1))
                .map(rows -> Page.of(new ArrayList<>(rows), page, row -> (Long) row[0])
                        .map(PostgresLetters::posted));
    }

    private static PostedLetter posted(Object[] row) {
        return new PostedLetter(
                (String) row[1],
                (String) row[2],
                (String) row[3],
                LetterState.of((String) row[4]).orElseThrow(),
                (Integer) row[5],
                (String) row[6],
                Database.instant(row[7]),
                Database.instantOrNull(row[8]),
                Database.instantOrNull(row[9]));
    }
}
