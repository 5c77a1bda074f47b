package org.laurel.access.passkey;

import com.yubico.webauthn.data.ByteArray;
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
import org.laurel.access.people.OtherWays;
import org.laurel.shared.outbox.Outbox;
import org.laurel.shared.outbox.OutboxEvent;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.sealing.Person;
import org.laurel.shared.sealing.PersonKey;
import org.laurel.shared.sealing.PersonKeys;
import org.laurel.shared.store.Database;
import org.laurel.shared.store.PublicId;

/** Passkeys in PostgreSQL; what their owners call them is sealed under the owner's key. */
@ApplicationScoped
class PostgresPasskeys implements Passkeys, OtherWays {
    private static final int MOST = 20;
    private static final String CONTEXT = "passkey-name";
    private static final String SELECT =
            "select p.public_id, p.sealed_name, p.created_at, p.used_at, k.wrapped_key from passkey p"
                    + " join person_key k on k.issuer_no = 0 and k.person_no = p.account_no where p.account_no = $1";

    private final Database database;
    private final PersonKeys keys;
    private final Outbox outbox;
    private final SecureRandom random;
    private final Clock clock;

    PostgresPasskeys(Database database, PersonKeys keys, Outbox outbox, SecureRandom random, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.outbox = outbox;
        this.random = random;
        this.clock = clock;
    }

    @Override
    public Uni<List<Passkey>> of(long account) {
        return database.read(session -> Database.select(session, SELECT + " order by p.id", account))
                .map(rows -> rows.stream().map(row -> passkey(row, account)).toList());
    }

    @Override
    public Uni<List<ByteArray>> credentials(long account) {
        return database.read(session ->
                        Database.select(session, "select credential_id from passkey where account_no = $1", account))
                .map(rows -> rows.stream().map(row -> bytes(row[0])).toList());
    }

    @Override
    public Uni<Optional<KnownPasskey>> find(ByteArray credential) {
        return database.read(session -> Database.select(
                        session,
                        "select p.id, a.id, a.public_id, p.credential_id, p.public_key, p.sign_count from passkey p"
                                + " join account a on a.id = p.account_no where p.credential_id = $1"
                                + " and a.state = 'active'",
                        Buffer.buffer(credential.getBytes())))
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new KnownPasskey(
                                (Long) row[0],
                                (Long) row[1],
                                (String) row[2],
                                new NewPasskey(bytes(row[3]), bytes(row[4]), (Long) row[5]))));
    }

    @Override
    public Uni<Passkey> add(Account account, String name, NewPasskey made) {
        String id = PublicId.fresh(0, random).toString();
        return database.write(session -> requireRoom(session, account)
                .chain(() -> Database.rowNumbers(session, 1))
                .chain(numbers -> hidden(session, account, name)
                        .chain(hidden -> Database.select(
                                session,
                                "insert into passkey (id, public_id, account_no, credential_id, public_key, sign_count,"
                                        + " sealed_name, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)"
                                        + " on conflict (credential_id) do nothing returning 1",
                                numbers.get(0),
                                id,
                                account.number(),
                                Buffer.buffer(made.credential().getBytes()),
                                Buffer.buffer(made.publicKey().getBytes()),
                                made.count(),
                                hidden,
                                now())))
                .invoke(rows -> {
                    if (rows.isEmpty()) {
                        throw ProblemException.of(ProblemType.CONFLICT, "This passkey is known already.");
                    }
                })
                .chain(() -> tell(session, "passkey.added", account, id))
                .chain(() -> one(session, account, id))
                .map(Optional::orElseThrow));
    }

    private static Uni<Void> requireRoom(Mutiny.StatelessSession session, Account account) {
        return Database.select(session, "select count(*) from passkey where account_no = $1", account.number())
                .invoke(rows -> {
                    if ((Long) rows.get(0)[0] >= MOST) {
                        throw ProblemException.of(
                                ProblemType.CONFLICT, "You have " + MOST + " passkeys; remove one first.");
                    }
                })
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Passkey>> rename(Account account, String id, String name) {
        return database.write(session -> hidden(session, account, name)
                .chain(hidden -> Database.insert(
                        session,
                        "update passkey set sealed_name = $3 where account_no = $1 and public_id = $2",
                        account.number(),
                        id,
                        hidden))
                .chain(() -> one(session, account, id)));
    }

    @Override
    public Uni<Boolean> remove(Account account, String id) {
        return database.write(session -> Database.select(
                        session,
                        "delete from passkey where account_no = $1 and public_id = $2 returning 1",
                        account.number(),
                        id)
                .call(rows ->
                        rows.isEmpty() ? Uni.createFrom().voidItem() : tell(session, "passkey.removed", account, id))
                .map(rows -> !rows.isEmpty()));
    }

    /** Of two that sign at once the one with the lower count is a copy; a device that does not count says 0 always. */
    @Override
    public Uni<Boolean> used(KnownPasskey known, long count) {
        return database.write(session -> Database.select(
                        session,
                        "update passkey set sign_count = $2, used_at = $3 where id = $1"
                                + " and (sign_count < $2 or sign_count = 0 and $2 = 0) returning 1",
                        known.number(),
                        count,
                        now()))
                .map(rows -> !rows.isEmpty());
    }

    @Override
    public Uni<Void> closeAll(Mutiny.StatelessSession session, long account) {
        return Database.insert(session, "delete from passkey where account_no = $1", account);
    }

    private Uni<Optional<Passkey>> one(Mutiny.StatelessSession session, Account account, String id) {
        return Database.select(session, SELECT + " and p.public_id = $2", account.number(), id)
                .map(rows -> rows.stream().findFirst().map(row -> passkey(row, account.number())));
    }

    private Uni<Buffer> hidden(Mutiny.StatelessSession session, Account account, String name) {
        return keys.find(session, new Person(0, account.number()))
                .map(Optional::orElseThrow)
                .map(key -> Buffer.buffer(key.seal(name, CONTEXT)));
    }

    private Passkey passkey(Object[] row, long account) {
        PersonKey key = keys.open(new Person(0, account), ((Buffer) row[4]).getBytes());
        @Nullable OffsetDateTime used = (OffsetDateTime) row[3];
        return new Passkey(
                (String) row[0],
                key.openText(((Buffer) row[1]).getBytes(), CONTEXT),
                Database.instant(row[2]),
                Optional.ofNullable(used).map(OffsetDateTime::toInstant));
    }

    private Uni<Void> tell(Mutiny.StatelessSession session, String type, Account account, String id) {
        return outbox.add(session, List.of(new OutboxEvent(0, type, account.id(), account.id(), id, clock.instant())));
    }

    private static ByteArray bytes(Object column) {
        return new ByteArray(((Buffer) column).getBytes());
    }

    private OffsetDateTime now() {
        return Database.time(clock.instant());
    }
}
