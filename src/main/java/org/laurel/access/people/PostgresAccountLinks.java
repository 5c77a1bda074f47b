package org.laurel.access.people;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.laurel.access.caller.Tokens;
import org.laurel.access.role.Organisation;
import org.laurel.access.role.Role;
import org.laurel.shared.encoding.Sha256;
import org.laurel.shared.letter.Letter;
import org.laurel.shared.letter.Letters;
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

/** Links in PostgreSQL; the address of an invitation is sealed under a key of its own, which goes when it is used. */
@ApplicationScoped
class PostgresAccountLinks implements AccountLinks {
    private static final Duration INVITED = Duration.ofDays(7);
    private static final Duration RECOVERED = Duration.ofDays(1);
    private static final String CONTEXT = "link-address";
    private static final String SELECT = "select l.id, l.public_id, l.kind, l.organisation, l.organisation_id, l.role,"
            + " l.account_no, l.sealed_address, l.made_by, l.ends_at, k.wrapped_key from account_link l"
            + " left join person_key k on k.issuer_no = 0 and k.person_no = l.id"
            + " where l.used_at is null and l.withdrawn_at is null and l.ends_at > $1";

    private final Database database;
    private final PersonKeys keys;
    private final AccountWrites writes;
    private final SecureRandom random;
    private final Letters letters;

    PostgresAccountLinks(
            Database database, PersonKeys keys, AccountWrites writes, SecureRandom random, Letters letters) {
        this.letters = letters;
        this.database = database;
        this.keys = keys;
        this.writes = writes;
        this.random = random;
    }

    @Override
    public Uni<NewLink> invite(AccountLink.Gift gift, EmailAddress address, String by, Alongside<NewLink> alongside) {
        String token = Tokens.fresh("", random);
        OffsetDateTime now = writes.now();
        return database.write(session -> Database.rowNumbers(session, 1).chain(numbers -> {
            AccountLink link = new AccountLink(
                    numbers.get(0),
                    PublicId.fresh(0, random).toString(),
                    AccountLink.Kind.INVITATION,
                    Optional.of(gift),
                    OptionalLong.empty(),
                    Optional.of(address),
                    by,
                    now.plus(INVITED).toInstant());
            NewLink made = new NewLink(link, token);
            return keys.make(session, List.of(new Person(0, link.number())))
                    .chain(key -> insert(session, made, key.get(0), address, now))
                    .chain(() -> writes.tell(
                            session,
                            writes.event(
                                    gift.organisation().number(),
                                    "member.invited",
                                    link.id(),
                                    by,
                                    gift.role().toString())))
                    .chain(() ->
                            send(session, gift.organisation(), LinkLetters.INVITED, made, new Person(0, link.number())))
                    .chain(() -> alongside.store(session, made))
                    .replaceWith(made);
        }));
    }

    private Uni<Void> insert(
            Mutiny.StatelessSession session, NewLink made, PersonKey key, EmailAddress address, OffsetDateTime now) {
        AccountLink link = made.link();
        AccountLink.Gift gift = link.gives().orElseThrow();
        return Database.insert(
                session,
                "insert into account_link (id, public_id, token_hash, kind, organisation, organisation_id, role, lookup,"
                        + " sealed_address, made_by, made_at, ends_at) values ($1, $2, $3, 'invitation', $4, $5, $6, $7,"
                        + " $8, $9, $10, $11)",
                link.number(),
                link.id(),
                Buffer.buffer(Sha256.of(made.token())),
                gift.organisation().number(),
                gift.organisation().id(),
                gift.role().toString(),
                Buffer.buffer(writes.lookup(address)),
                Buffer.buffer(key.seal(address.text(), CONTEXT)),
                link.madeBy(),
                now,
                now.plus(INVITED));
    }

    @Override
    public Uni<NewLink> recovery(Account account, String by) {
        String token = Tokens.fresh("", random);
        OffsetDateTime now = writes.now();
        return database.write(session -> Database.rowNumbers(session, 1).chain(numbers -> {
            AccountLink link = new AccountLink(
                    numbers.get(0),
                    PublicId.fresh(0, random).toString(),
                    AccountLink.Kind.RECOVERY,
                    Optional.empty(),
                    OptionalLong.of(account.number()),
                    Optional.empty(),
                    by,
                    now.plus(RECOVERED).toInstant());
            return Database.insert(
                            session,
                            "update account_link set withdrawn_at = $2 where account_no = $1 and kind = 'recovery'"
                                    + " and used_at is null and withdrawn_at is null",
                            account.number(),
                            now)
                    .chain(() -> Database.insert(
                            session,
                            "insert into account_link (id, public_id, token_hash, kind, account_no, made_by, made_at,"
                                    + " ends_at) values ($1, $2, $3, 'recovery', $4, $5, $6, $7)",
                            link.number(),
                            link.id(),
                            Buffer.buffer(Sha256.of(token)),
                            account.number(),
                            by,
                            now,
                            now.plus(RECOVERED)))
                    .chain(() -> writes.tell(session, writes.event(0, "account.recovery", account.id(), by, "")))
                    .chain(() -> send(
                            session,
                            Organisation.PROGRAMME,
                            LinkLetters.RECOVERY,
                            new NewLink(link, token),
                            new Person(0, account.number())))
                    .replaceWith(new NewLink(link, token));
        }));
    }

    /** The token is sealed under the key of the link, or of whose account it is, which goes when the link is of no use. */
    private Uni<Void> send(
            Mutiny.StatelessSession session, Organisation organisation, String kind, NewLink made, Person person) {
        return letters.add(
                session,
                List.of(Letter.about(organisation.number(), kind, made.link().id())
                        .to(person)
                        .holding(made.token())));
    }

    @Override
    public Uni<Page<AccountLink>> open(Organisation organisation, PageRequest page) {
        return database.read(session -> Database.select(
                        session,
                        SELECT + " and l.kind = 'invitation' and l.organisation = $2 and l.id < $3"
                                + " order by l.id desc limit $4",
                        writes.now(),
                        organisation.number(),
                        page.before(),
                        page.limit() + 1))
                .map(rows -> Page.of(rows.stream().map(this::link).toList(), page, AccountLink::number));
    }

    @Override
    public Uni<Boolean> withdraw(Organisation organisation, String id) {
        return database.write(session -> Database.select(
                        session,
                        "update account_link set withdrawn_at = $3, sealed_address = null where organisation = $1"
                                + " and public_id = $2 and used_at is null and withdrawn_at is null and ends_at > $3"
                                + " returning id",
                        organisation.number(),
                        id,
                        writes.now())
                .call(rows -> rows.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : keys.destroy(session, new Person(0, (Long) rows.get(0)[0])))
                .map(rows -> !rows.isEmpty()));
    }

    @Override
    public Uni<Optional<AccountLink>> find(String token) {
        return database.read(session -> Database.select(
                        session, SELECT + " and l.token_hash = $2", writes.now(), Buffer.buffer(Sha256.of(token))))
                .map(rows -> rows.stream().findFirst().map(this::link));
    }

    @Override
    public Uni<Optional<AccountLink.End>> end(String token) {
        return database.read(session -> Database.select(
                        session,
                        "select case when used_at is not null then 'used' when withdrawn_at is null then 'run_out'"
                                + " when kind = 'recovery' then 'replaced' else 'withdrawn' end from account_link"
                                + " where token_hash = $1 and (used_at is not null or withdrawn_at is not null"
                                + " or ends_at <= $2)",
                        Buffer.buffer(Sha256.of(token)),
                        writes.now()))
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> AccountLink.End.valueOf(((String) row[0]).toUpperCase(Locale.ROOT))));
    }

    @Override
    public Uni<Account> use(AccountLink link, Use use) {
        return database.write(session -> Database.select(
                        session,
                        "update account_link set used_at = $2, sealed_address = null where id = $1 and used_at is null"
                                + " and withdrawn_at is null and ends_at > $2 returning 1",
                        link.number(),
                        writes.now())
                .invoke(rows -> {
                    if (rows.isEmpty()) {
                        throw ProblemException.of(ProblemType.CONFLICT, "This link was used or taken back meanwhile.");
                    }
                })
                .chain(() -> keys.destroy(session, new Person(0, link.number())))
                .chain(() -> link.kind() == AccountLink.Kind.INVITATION
                        ? join(session, link, use)
                        : recover(session, link, use))
                .chain(number -> writes.one(session, "where a.id = $1", number))
                .map(Optional::orElseThrow));
    }

    /** Whom a link was made for is forgotten once it has run out; that it was made stays. */
    @Scheduled(every = "1h", delayed = "11m")
    Uni<Void> sweep() {
        OffsetDateTime now = writes.now();
        return database.write(session -> Database.insert(
                        session,
                        "delete from person_key where issuer_no = 0 and person_no in (select id from account_link"
                                + " where ends_at < $1 and sealed_address is not null)",
                        now)
                .chain(() -> Database.insert(
                        session,
                        "update account_link set sealed_address = null, lookup = null where ends_at < $1"
                                + " and sealed_address is not null",
                        now)));
    }

    private Uni<Long> join(Mutiny.StatelessSession session, AccountLink link, Use use) {
        EmailAddress address = link.address().orElseThrow();
        AccountLink.Gift gift = link.gives().orElseThrow();
        Uni<Account> account = use.account().isPresent()
                ? keys.find(session, new Person(0, use.account().get().number()))
                        .map(Optional::orElseThrow)
                        .chain(key -> writes.prove(session, use.account().get().number(), key, address))
                        .replaceWith(use.account().get())
                : writes.create(
                        session, new Accounts.NewAccount(use.name(), address, use.passwordHash(), link.madeBy()));
        return account.call(member -> writes.give(session, member, gift.organisation(), gift.role(), link.madeBy()))
                .map(Account::number);
    }

    private Uni<Long> recover(Mutiny.StatelessSession session, AccountLink link, Use use) {
        long number = link.account().orElseThrow();
        return writes.recover(session, number, use.passwordHash().orElseThrow()).replaceWith(number);
    }

    private AccountLink link(Object[] row) {
        Long number = (Long) row[0];
        @Nullable Buffer wrapped = (Buffer) row[10];
        @Nullable Buffer sealed = (Buffer) row[7];
        Optional<EmailAddress> address = wrapped == null || sealed == null
                ? Optional.empty()
                : Optional.of(new EmailAddress(
                        AccountRows.open(keys.open(new Person(0, number), wrapped.getBytes()), sealed, CONTEXT)));
        return new AccountLink(
                number,
                (String) row[1],
                AccountLink.Kind.valueOf(((String) row[2]).toUpperCase(Locale.ROOT)),
                gift(row),
                row[6] == null ? OptionalLong.empty() : OptionalLong.of((Long) row[6]),
                address,
                (String) row[8],
                Database.instant(row[9]));
    }

    private static Optional<AccountLink.Gift> gift(Object[] row) {
        if (row[3] == null) {
            return Optional.empty();
        }
        Organisation where = new Organisation((Integer) row[3], (String) row[4]);
        return Role.of(where.realm(), (String) row[5]).map(role -> new AccountLink.Gift(where, role));
    }
}
