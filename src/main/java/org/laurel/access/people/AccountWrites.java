package org.laurel.access.people;

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
import org.laurel.access.role.Organisation;
import org.laurel.access.role.Role;
import org.laurel.shared.outbox.Outbox;
import org.laurel.shared.outbox.OutboxEvent;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.sealing.Person;
import org.laurel.shared.sealing.PersonKey;
import org.laurel.shared.sealing.PersonKeys;
import org.laurel.shared.store.Database;
import org.laurel.shared.store.PublicId;
import org.laurel.shared.work.OneByOne;

/** Changes of accounts within a transaction that somebody else has opened, each with its event for the audit. */
@ApplicationScoped
class AccountWrites {
    private final PersonKeys keys;
    private final Outbox outbox;
    private final SecureRandom random;
    private final Clock clock;
    private final List<OpenSessions> sessions;
    private final List<OtherWays> ways;

    AccountWrites(
            PersonKeys keys,
            Outbox outbox,
            SecureRandom random,
            Clock clock,
            @All List<OpenSessions> sessions,
            @All List<OtherWays> ways) {
        this.sessions = List.copyOf(sessions);
        this.ways = List.copyOf(ways);
        this.keys = keys;
        this.outbox = outbox;
        this.random = random;
        this.clock = clock;
    }

    Uni<Optional<Account>> one(Mutiny.StatelessSession session, String condition, Object value) {
        return Database.select(session, AccountRows.SELECT + " " + condition, value)
                .map(rows -> rows.stream().findFirst().map(row -> AccountRows.account(row, keys)));
    }

    /** Makes an account; 409 when another has proven the address. */
    Uni<Account> create(Mutiny.StatelessSession session, Accounts.NewAccount made) {
        String id = PublicId.fresh(0, random).toString();
        return Database.rowNumbers(session, 1).chain(numbers -> {
            long number = numbers.get(0);
            return keys.make(session, List.of(new Person(0, number)))
                    .chain(keysMade -> insert(session, number, id, made, keysMade.get(0)))
                    .chain(() -> tell(session, event(0, "account.created", id, made.by(), "")))
                    .chain(() -> one(session, "where a.id = $1", number))
                    .map(Optional::orElseThrow);
        });
    }

    private Uni<Void> insert(
            Mutiny.StatelessSession session, long number, String id, Accounts.NewAccount made, PersonKey key) {
        return Database.insert(
                        session,
                        "insert into account (id, public_id, sealed_name, password_hash, state, version, created_at)"
                                + " values ($1, $2, $3, nullif($4, ''), 'active', 1, $5)",
                        number,
                        id,
                        Buffer.buffer(key.seal(made.name(), AccountRows.name(id))),
                        made.passwordHash().orElse(""),
                        now())
                .chain(() -> prove(session, number, key, made.address()));
    }

    /** Keeps an address as proven; 409 when another account has it. */
    Uni<Void> prove(Mutiny.StatelessSession session, long number, PersonKey key, EmailAddress address) {
        return Database.select(
                        session,
                        "insert into account_address (lookup, account_no, sealed_address, proven_at)"
                                + " values ($1, $2, $3, $4) on conflict (lookup) do update set account_no ="
                                + " account_address.account_no returning account_no",
                        Buffer.buffer(lookup(address)),
                        number,
                        Buffer.buffer(key.seal(address.text(), AccountRows.ADDRESS)),
                        now())
                .invoke(rows -> {
                    if ((Long) rows.get(0)[0] != number) {
                        throw ProblemException.of(ProblemType.CONFLICT, "Another account has proven this address.");
                    }
                })
                .replaceWithVoid();
    }

    /** Gives a role; that they have it already is no fault. */
    Uni<Void> give(Mutiny.StatelessSession session, Account account, Organisation where, Role role, String by) {
        return Database.insert(
                        session,
                        "insert into membership (account_no, organisation, organisation_id, role, given_by, given_at)"
                                + " values ($1, $2, $3, $4, $5, $6) on conflict do nothing",
                        account.number(),
                        where.number(),
                        where.id(),
                        role.toString(),
                        by,
                        now())
                .chain(() -> tell(session, event(where.number(), "member.added", account.id(), by, role.toString())));
    }

    /** As {@link Accounts#remove}; a lock on the organisation's owners makes two removals take turns. */
    Uni<Boolean> remove(Mutiny.StatelessSession session, Accounts.Removal removal) {
        int organisation = removal.organisation().number();
        return Database.select(
                        session,
                        "select account_no from membership where organisation = $1 and role = $2"
                                + " order by account_no for update",
                        organisation,
                        removal.role().toString())
                .chain(holders -> {
                    long number = removal.account().number();
                    if (holders.stream().noneMatch(row -> (Long) row[0] == number)) {
                        return Uni.createFrom().item(false);
                    }
                    if (!removal.last() && removal.role() == Role.OWNER && holders.size() == 1) {
                        throw ProblemException.of(
                                ProblemType.CONFLICT, "They are the only owner; make somebody else one first.");
                    }
                    return Database.insert(
                                    session,
                                    "delete from membership where account_no = $1 and organisation = $2 and role = $3",
                                    number,
                                    organisation,
                                    removal.role().toString())
                            .chain(() -> tell(
                                    session,
                                    event(
                                            organisation,
                                            "member.removed",
                                            removal.account().id(),
                                            removal.by(),
                                            removal.role().toString())))
                            .replaceWith(true);
                });
    }

    /** Sets it and ends every session. */
    Uni<Void> setPassword(Mutiny.StatelessSession session, long number, String hash) {
        return Database.select(
                        session,
                        "update account set password_hash = $2, version = version + 1 where id = $1"
                                + " and state = 'active' returning public_id",
                        number,
                        hash)
                .chain(rows -> {
                    if (rows.isEmpty()) {
                        throw ProblemException.of(ProblemType.CONFLICT, "The account is no longer in use.");
                    }
                    String id = (String) rows.get(0)[0];
                    return tell(session, event(0, "account.password-set", id, id, ""))
                            .chain(() -> endSessions(session, number));
                });
    }

    /** Sets a new password, ends every session and closes every other way in: whoever opened one may be why it is needed. */
    Uni<Void> recover(Mutiny.StatelessSession session, long number, String hash) {
        return setPassword(session, number, hash).chain(() -> closeWays(session, number));
    }

    private Uni<Void> closeWays(Mutiny.StatelessSession session, long number) {
        return OneByOne.each(ways, some -> some.closeAll(session, number));
    }

    private Uni<Void> endSessions(Mutiny.StatelessSession session, long number) {
        return OneByOne.each(sessions, some -> some.endAll(session, number));
    }

    /** Addresses are sealed anew, since each account has a key of its own. */
    Uni<Void> merge(Mutiny.StatelessSession session, Account from, Account into, String by) {
        return Database.select(
                        session,
                        "select id from account where id in ($1, $2) and state = 'active' order by id for update",
                        from.number(),
                        into.number())
                .invoke(rows -> {
                    if (rows.size() != 2) {
                        throw ProblemException.of(
                                ProblemType.CONFLICT, "Both accounts have to be active, and two different ones.");
                    }
                })
                .chain(() ->
                        Database.insert(session, "delete from account_address where account_no = $1", from.number()))
                .chain(() -> keys.find(session, new Person(0, into.number())).map(Optional::orElseThrow))
                .chain(key -> proveAll(session, into.number(), key, from.addresses()))
                .chain(() -> Database.insert(
                        session,
                        "insert into membership select $2, organisation, organisation_id, role, given_by, given_at"
                                + " from membership where account_no = $1 on conflict do nothing",
                        from.number(),
                        into.number()))
                .chain(() -> Database.insert(session, "delete from membership where account_no = $1", from.number()))
                .chain(() -> Database.insert(
                        session,
                        "update account set state = 'merged', merged_into = $2, password_hash = null,"
                                + " version = version + 1 where id = $1",
                        from.number(),
                        into.number()))
                .chain(() -> tell(session, event(0, "account.merged", from.id(), by, into.id())))
                .chain(() -> closeWays(session, from.number()))
                .chain(() -> endSessions(session, from.number()));
    }

    private Uni<Void> proveAll(Mutiny.StatelessSession session, long number, PersonKey key, List<String> addresses) {
        return OneByOne.each(addresses, address -> prove(session, number, key, new EmailAddress(address)));
    }

    /** 409 when an organisation would be left without an owner. */
    Uni<Void> erase(Mutiny.StatelessSession session, Account account) {
        return Database.select(
                        session,
                        "select organisation_id from membership m where account_no = $1 and role = 'owner' and not exists"
                                + " (select 1 from membership o where o.organisation = m.organisation and o.role = 'owner'"
                                + " and o.account_no <> m.account_no)",
                        account.number())
                .invoke(rows -> {
                    if (!rows.isEmpty()) {
                        throw ProblemException.of(
                                ProblemType.CONFLICT,
                                "You are the only owner of " + rows.get(0)[0] + "; make somebody else one first.");
                    }
                })
                .chain(() -> forget(session, account));
    }

    /** The same, whatever they own. */
    Uni<Void> forget(Mutiny.StatelessSession session, Account account) {
        return Database.insert(session, "delete from account_address where account_no = $1", account.number())
                .chain(() -> Database.insert(session, "delete from membership where account_no = $1", account.number()))
                .chain(() -> Database.insert(
                        session,
                        "update account set state = 'erased', sealed_name = null, password_hash = null,"
                                + " version = version + 1 where id = $1",
                        account.number()))
                .chain(() -> keys.destroy(session, new Person(0, account.number())))
                .chain(() -> tell(session, event(0, "account.erased", account.id(), account.id(), "")))
                .chain(() -> closeWays(session, account.number()))
                .chain(() -> endSessions(session, account.number()));
    }

    Uni<Void> tell(Mutiny.StatelessSession session, OutboxEvent event) {
        return outbox.add(session, List.of(event));
    }

    OutboxEvent event(int organisation, String type, String subject, String by, String detail) {
        return new OutboxEvent(organisation, type, subject, by, detail, clock.instant());
    }

    byte[] lookup(EmailAddress address) {
        return keys.lookup(0, address.text());
    }

    OffsetDateTime now() {
        return Database.time(clock.instant());
    }
}
