package org.laurel.access.people;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.access.role.Organisation;
import org.laurel.access.role.Role;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.sealing.Person;
import org.laurel.shared.sealing.PersonKeys;
import org.laurel.shared.store.Alongside;
import org.laurel.shared.store.Database;
import org.laurel.shared.store.Page;
import org.laurel.shared.store.PageRequest;
import org.laurel.shared.work.OneByOne;

/** Accounts in PostgreSQL. */
@ApplicationScoped
class PostgresAccounts implements Accounts {
    private final Database database;
    private final PersonKeys keys;
    private final AccountWrites writes;
    private final List<AccountFollowers> followers;

    PostgresAccounts(Database database, PersonKeys keys, AccountWrites writes, @All List<AccountFollowers> followers) {
        this.database = database;
        this.keys = keys;
        this.writes = writes;
        this.followers = List.copyOf(followers);
    }

    @Override
    public Uni<Optional<Account>> find(String id) {
        return one("where a.public_id = $1", id);
    }

    @Override
    public Uni<Optional<Account>> find(long number) {
        return one("where a.id = $1", number);
    }

    @Override
    public Uni<Optional<Account>> findByAddress(EmailAddress address) {
        return one(
                "where a.state = 'active' and a.id = (select account_no from account_address where lookup = $1)",
                Buffer.buffer(keys.lookup(0, address.text())));
    }

    private Uni<Optional<Account>> one(String condition, Object value) {
        return database.read(session -> writes.one(session, condition, value));
    }

    @Override
    public Uni<Page<Account>> list(PageRequest page) {
        return page("where a.id < $1 order by a.id desc limit $2", page, page.before(), page.limit() + 1);
    }

    @Override
    public Uni<Page<Account>> members(Organisation organisation, PageRequest page) {
        return page(
                "where a.id < $1 and exists (select 1 from membership o where o.account_no = a.id"
                        + " and o.organisation = $3) order by a.id desc limit $2",
                page,
                page.before(),
                page.limit() + 1,
                organisation.number());
    }

    private Uni<Page<Account>> page(String condition, PageRequest page, Object... values) {
        return database.read(session -> Database.select(session, AccountRows.SELECT + " " + condition, values))
                .map(rows -> Page.of(
                        rows.stream().map(row -> AccountRows.account(row, keys)).toList(), page, Account::number));
    }

    @Override
    public Uni<Account> create(NewAccount made, Alongside<Account> alongside) {
        return database.write(
                session -> writes.create(session, made).call(account -> alongside.store(session, account)));
    }

    @Override
    public Uni<Account> rename(Account read, String name) {
        return database.write(session -> keys.find(session, new Person(0, read.number()))
                .map(Optional::orElseThrow)
                .chain(key -> Database.select(
                        session,
                        "update account set sealed_name = $2, version = version + 1 where id = $1 and version = $3"
                                + " and state = 'active' returning 1",
                        read.number(),
                        Buffer.buffer(key.seal(name, AccountRows.name(read.id()))),
                        read.version()))
                .invoke(rows -> requireFresh(!rows.isEmpty()))
                .chain(() -> writes.one(session, "where a.id = $1", read.number()))
                .map(Optional::orElseThrow));
    }

    private static void requireFresh(boolean changed) {
        if (!changed) {
            throw ProblemException.of(
                    ProblemType.STALE,
                    "The account has changed since you read it; read it again and repeat the change.");
        }
    }

    @Override
    public Uni<Optional<String>> passwordHash(long number) {
        return database.read(session -> Database.select(
                        session, "select password_hash from account where id = $1 and state = 'active'", number))
                .map(rows -> rows.stream().findFirst().map(row -> (String) row[0]));
    }

    @Override
    public Uni<Void> setPassword(long number, String hash) {
        return database.write(session -> writes.setPassword(session, number, hash));
    }

    @Override
    public Uni<Boolean> remove(Removal removal) {
        return database.write(session -> writes.remove(session, removal));
    }

    @Override
    public Uni<Account> merge(Account from, Account into, String by) {
        return database.write(session -> writes.merge(session, from, into, by)
                .chain(() -> OneByOne.each(followers, one -> one.merged(session, from.number(), into.number())))
                .chain(() -> writes.one(session, "where a.id = $1", into.number()))
                .map(Optional::orElseThrow));
    }

    @Override
    public Uni<Void> erase(Account account) {
        return database.write(session -> writes.erase(session, account)
                .chain(() -> OneByOne.each(followers, one -> one.erased(session, account.number()))));
    }

    @Override
    public Uni<Void> give(Mutiny.StatelessSession session, Account account, Organisation where, Role role, String by) {
        return writes.give(session, account, where, role, by);
    }
}
