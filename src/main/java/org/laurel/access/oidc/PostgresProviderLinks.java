package org.laurel.access.oidc;

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
import org.laurel.access.people.Account;
import org.laurel.access.people.AccountFollowers;
import org.laurel.shared.outbox.Outbox;
import org.laurel.shared.outbox.OutboxEvent;
import org.laurel.shared.sealing.Person;
import org.laurel.shared.sealing.PersonKey;
import org.laurel.shared.sealing.PersonKeys;
import org.laurel.shared.store.Database;
import org.laurel.shared.store.PublicId;
import org.laurel.shared.work.OneByOne;

/**
 * Links in PostgreSQL: found by a keyed hash, their subject sealed under the owner's key. A recovery keeps them, as it keeps
 * the addresses by which they were made.
 */
@ApplicationScoped
class PostgresProviderLinks implements ProviderLinks, AccountFollowers {
    private static final String CONTEXT = "oidc-subject";

    private final Database database;
    private final PersonKeys keys;
    private final Outbox outbox;
    private final SecureRandom random;
    private final Clock clock;

    PostgresProviderLinks(Database database, PersonKeys keys, Outbox outbox, SecureRandom random, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.outbox = outbox;
        this.random = random;
        this.clock = clock;
    }

    @Override
    public Uni<List<ProviderLink>> of(long account) {
        return database.read(session -> Database.select(
                        session,
                        "select l.public_id, l.issuer, l.sealed_subject, l.created_at, l.used_at, k.wrapped_key"
                                + " from oidc_link l join person_key k on k.issuer_no = 0 and k.person_no = l.account_no"
                                + " where l.account_no = $1 order by l.id",
                        account))
                .map(rows -> rows.stream().map(row -> link(row, account)).toList());
    }

    private ProviderLink link(Object[] row, long account) {
        PersonKey key = keys.open(new Person(0, account), ((Buffer) row[5]).getBytes());
        @Nullable OffsetDateTime used = (OffsetDateTime) row[4];
        return new ProviderLink(
                (String) row[0],
                (String) row[1],
                key.openText(((Buffer) row[2]).getBytes(), CONTEXT),
                Database.instant(row[3]),
                Optional.ofNullable(used).map(OffsetDateTime::toInstant));
    }

    @Override
    public Uni<Boolean> remove(Account account, String id) {
        return database.write(session -> Database.select(
                        session,
                        "delete from oidc_link where account_no = $1 and public_id = $2 returning 1",
                        account.number(),
                        id)
                .call(rows ->
                        rows.isEmpty() ? Uni.createFrom().voidItem() : tell(session, "provider.unlinked", account, id))
                .map(rows -> !rows.isEmpty()));
    }

    @Override
    public Uni<Optional<Long>> use(ProviderIdentity who) {
        return database.write(session -> Database.select(
                        session,
                        "update oidc_link l set used_at = $2 from account a where l.lookup = $1"
                                + " and a.id = l.account_no and a.state = 'active' returning a.id",
                        lookup(who),
                        now()))
                .map(rows -> rows.stream().findFirst().map(row -> (Long) row[0]));
    }

    /** Whoever signs in twice at once for the first time takes turns at the account. */
    @Override
    public Uni<Boolean> add(Account account, ProviderIdentity who) {
        return database.write(session -> Database.select(
                        session,
                        "select 1 from account where id = $1 and state = 'active' for update",
                        account.number())
                .chain(() -> insert(session, account, who))
                .chain(() -> Database.select(
                        session,
                        "select 1 from oidc_link where lookup = $1 and account_no = $2",
                        lookup(who),
                        account.number()))
                .map(rows -> !rows.isEmpty()));
    }

    private Uni<Void> insert(Mutiny.StatelessSession session, Account account, ProviderIdentity who) {
        String id = PublicId.fresh(0, random).toString();
        return Database.rowNumbers(session, 1)
                .chain(numbers -> keys.find(session, new Person(0, account.number()))
                        .map(Optional::orElseThrow)
                        .chain(key -> Database.select(
                                session,
                                "insert into oidc_link (id, public_id, lookup, account_no, issuer, sealed_subject,"
                                        + " created_at) select $1::bigint, $2::text, $3::bytea, $4::bigint, $5::text,"
                                        + " $6::bytea, $7::timestamptz where not exists (select 1 from oidc_link where"
                                        + " account_no = $4::bigint and issuer = $5::text) on conflict (lookup) do nothing"
                                        + " returning 1",
                                numbers.get(0),
                                id,
                                lookup(who),
                                account.number(),
                                who.issuer(),
                                sealed(key, who.subject()),
                                now())))
                .chain(rows ->
                        rows.isEmpty() ? Uni.createFrom().voidItem() : tell(session, "provider.linked", account, id));
    }

    @Override
    public Uni<Void> erased(Mutiny.StatelessSession session, long account) {
        return Database.insert(session, "delete from oidc_link where account_no = $1", account);
    }

    /** Subjects are sealed anew, since each account has a key of its own. */
    @Override
    public Uni<Void> merged(Mutiny.StatelessSession session, long from, long into) {
        return Database.select(session, "select id, sealed_subject from oidc_link where account_no = $1", from)
                .chain(rows -> rows.isEmpty() ? Uni.createFrom().voidItem() : move(session, rows, from, into));
    }

    private Uni<Void> move(Mutiny.StatelessSession session, List<Object[]> rows, long from, long into) {
        return keys.find(session, 0, List.of(from, into))
                .chain(both -> OneByOne.each(rows, row -> {
                    byte[] subject = key(both.get(from)).open(((Buffer) row[1]).getBytes(), CONTEXT);
                    return Database.insert(
                            session,
                            "update oidc_link set account_no = $2, sealed_subject = $3 where id = $1",
                            row[0],
                            into,
                            Buffer.buffer(key(both.get(into)).seal(subject, CONTEXT)));
                }));
    }

    private static PersonKey key(@Nullable PersonKey found) {
        return Optional.ofNullable(found).orElseThrow();
    }

    private static Buffer sealed(PersonKey key, String subject) {
        return Buffer.buffer(key.seal(subject, CONTEXT));
    }

    private Buffer lookup(ProviderIdentity who) {
        return Buffer.buffer(keys.lookup(0, who.key()));
    }

    private Uni<Void> tell(Mutiny.StatelessSession session, String type, Account account, String id) {
        return outbox.add(session, List.of(new OutboxEvent(0, type, account.id(), account.id(), id, clock.instant())));
    }

    private OffsetDateTime now() {
        return Database.time(clock.instant());
    }
}
