package org.laurel.access.session;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.access.caller.Caller;
import org.laurel.access.caller.TokenHolders;
import org.laurel.access.caller.Tokens;
import org.laurel.access.people.Account;
import org.laurel.access.people.OpenSessions;
import org.laurel.access.role.Organisation;
import org.laurel.access.role.Role;
import org.laurel.access.role.Scope;
import org.laurel.shared.encoding.Sha256;
import org.laurel.shared.store.Database;
import org.laurel.shared.store.PublicId;

/** Sessions in PostgreSQL. Roles are read with each request: what was taken away is gone at once. */
@ApplicationScoped
class PostgresSessions implements Sessions, TokenHolders, OpenSessions {
    private static final String PREFIX = "laurelsession_";
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Duration IDLE = Duration.ofHours(12);
    private static final Duration NOTED_AFTER = Duration.ofMinutes(5);
    private static final int LONGEST_AGENT = 200;
    private static final String GOES_ON = " ended_at is null and ends_at > $2 and seen_at > $3";

    private final Database database;
    private final SecureRandom random;
    private final Clock clock;

    PostgresSessions(Database database, SecureRandom random, Clock clock) {
        this.database = database;
        this.random = random;
        this.clock = clock;
    }

    @Override
    public Uni<NewSession> begin(Account account, String agent) {
        String token = Tokens.fresh(PREFIX, random);
        OffsetDateTime now = now();
        Session made = new Session(
                PublicId.fresh(0, random).toString(),
                agent.substring(0, Math.min(agent.length(), LONGEST_AGENT)),
                now.toInstant(),
                now.toInstant(),
                now.plus(LONGEST).toInstant());
        return database.write(session -> Database.rowNumbers(session, 1)
                .chain(numbers -> Database.insert(
                        session,
                        "insert into session (id, public_id, account_no, token_hash, agent, created_at, seen_at, ends_at)"
                                + " values ($1, $2, $3, $4, $5, $6, $6, $7)",
                        numbers.get(0),
                        made.id(),
                        account.number(),
                        Buffer.buffer(Sha256.of(token)),
                        made.agent(),
                        now,
                        now.plus(LONGEST)))
                .replaceWith(new NewSession(made, token)));
    }

    @Override
    public Uni<List<Session>> of(long account) {
        OffsetDateTime now = now();
        return database.read(session -> Database.select(
                        session,
                        "select public_id, agent, created_at, seen_at, ends_at from session where account_no = $1 and"
                                + GOES_ON + " order by id desc limit 200",
                        account,
                        now,
                        now.minus(IDLE)))
                .map(rows -> rows.stream()
                        .map(row -> new Session(
                                (String) row[0],
                                (String) row[1],
                                Database.instant(row[2]),
                                Database.instant(row[3]),
                                Database.instant(row[4])))
                        .toList());
    }

    @Override
    public Uni<Optional<String>> find(String token) {
        OffsetDateTime now = now();
        return database.read(session -> Database.select(
                        session,
                        "select public_id from session where token_hash = $1 and" + GOES_ON,
                        Buffer.buffer(Sha256.of(token)),
                        now,
                        now.minus(IDLE)))
                .map(rows -> rows.stream().findFirst().map(row -> (String) row[0]));
    }

    @Override
    public Uni<Boolean> end(long account, String id) {
        return database.write(session -> Database.select(
                        session,
                        "update session set ended_at = $3 where account_no = $1 and public_id = $2 and ended_at is null"
                                + " returning 1",
                        account,
                        id,
                        now()))
                .map(rows -> !rows.isEmpty());
    }

    @Override
    public Uni<Void> endOthers(long account, Optional<String> kept) {
        return database.write(session -> end(session, account, kept));
    }

    @Override
    public Uni<Void> end(String token) {
        return database.write(session -> Database.insert(
                session,
                "update session set ended_at = $2 where token_hash = $1 and ended_at is null",
                Buffer.buffer(Sha256.of(token)),
                now()));
    }

    @Override
    public Uni<Void> endAll(Mutiny.StatelessSession session, long account) {
        return end(session, account, Optional.empty());
    }

    private Uni<Void> end(Mutiny.StatelessSession session, long account, Optional<String> kept) {
        return Database.insert(
                session,
                "update session set ended_at = $3 where account_no = $1 and public_id <> $2 and ended_at is null",
                account,
                kept.orElse(""),
                now());
    }

    /** Where somebody was signed in is forgotten a month after it is over. */
    @Scheduled(every = "1h", delayed = "12m")
    Uni<Void> sweep() {
        OffsetDateTime month = now().minusDays(30);
        return database.write(
                session -> Database.insert(session, "delete from session where ends_at < $1 or ended_at < $1", month));
    }

    @Override
    public boolean mayHold(String token) {
        return token.startsWith(PREFIX);
    }

    @Override
    public Uni<Optional<Caller>> holder(String token) {
        OffsetDateTime now = now();
        return database.read(session -> Database.select(
                        session,
                        "select s.id, s.seen_at, a.id, a.public_id, (select array_agg(m.organisation || ' ' || m.role)"
                                + " from membership m where m.account_no = a.id) from session s join account a"
                                + " on a.id = s.account_no where s.token_hash = $1 and a.state = 'active' and s.ended_at is null"
                                + " and s.ends_at > $2 and s.seen_at > $3",
                        Buffer.buffer(Sha256.of(token)),
                        now,
                        now.minus(IDLE)))
                .call(rows -> rows.isEmpty() ? Uni.createFrom().voidItem() : note(rows.get(0), now))
                .map(rows -> rows.stream().findFirst().map(PostgresSessions::caller));
    }

    private Uni<Void> note(Object[] row, OffsetDateTime now) {
        OffsetDateTime seen = (OffsetDateTime) row[1];
        if (seen.plus(NOTED_AFTER).isAfter(now)) {
            return Uni.createFrom().voidItem();
        }
        return database.write(
                session -> Database.insert(session, "update session set seen_at = $2 where id = $1", row[0], now));
    }

    private static Caller caller(Object[] row) {
        Set<Scope> everywhere = EnumSet.copyOf(Scope.ofPeople());
        Map<Integer, Set<Scope>> at = new HashMap<>();
        if (row[4] != null) {
            Arrays.stream((Object[]) row[4]).forEach(one -> {
                String[] parts = ((String) one).split(" ", 2);
                Organisation where = new Organisation(Integer.parseInt(parts[0]), "");
                Role.of(where.realm(), parts[1]).ifPresent(role -> {
                    if (role.realm() == Role.Realm.PROGRAMME) {
                        everywhere.addAll(role.scopes());
                    } else {
                        at.computeIfAbsent(where.number(), any -> EnumSet.noneOf(Scope.class))
                                .addAll(role.scopes());
                    }
                });
            });
        }
        return new Caller((String) row[3], OptionalLong.of((Long) row[2]), everywhere, at, null);
    }

    private OffsetDateTime now() {
        return Database.time(clock.instant());
    }
}
