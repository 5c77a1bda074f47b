package org.laurel.holding;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.access.caller.Tokens;
import org.laurel.shared.encoding.Sha256;
import org.laurel.shared.letter.Letter;
import org.laurel.shared.letter.Letters;
import org.laurel.shared.sealing.Person;
import org.laurel.shared.store.Database;
import org.laurel.shared.store.PublicId;

/** Links and sessions of holders without an account, in PostgreSQL, by the hashes of their tokens. */
@ApplicationScoped
class PostgresBadgeKeys implements BadgeKeys {
    /** How long a link works. */
    static final Duration LINK = Duration.ofMinutes(15);

    private static final Duration SESSION = Duration.ofHours(1);
    private static final Duration COUNTED = Duration.ofHours(1);
    private static final long MOST_OF_A_BADGE = 3;
    private static final long MOST_OF_A_PERSON = 10;

    private final Database database;
    private final Letters letters;
    private final SecureRandom random;
    private final Clock clock;

    PostgresBadgeKeys(Database database, Letters letters, SecureRandom random, Clock clock) {
        this.database = database;
        this.letters = letters;
        this.random = random;
        this.clock = clock;
    }

    @Override
    public Uni<Void> send(String credential) {
        return PublicId.parse(credential)
                .map(id -> database.write(session -> Database.select(
                                session,
                                "select a.id, a.person_no, a.public_id from award a join credential c"
                                        + " on c.issuer_no = a.issuer_no and c.id = a.id where c.issuer_no = $1"
                                        + " and c.public_id = $2 and a.state <> 'erased' for update of a",
                                id.issuerNo(),
                                id.toString())
                        .chain(found -> found.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : send(session, id.issuerNo(), found.get(0)))))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** At most three an hour for a badge, and ten for a person at an issuer: nobody is to be flooded with letters. */
    private Uni<Void> send(Mutiny.StatelessSession session, int issuerNo, Object[] award) {
        long number = (Long) award[0];
        long person = (Long) award[1];
        return Database.select(
                        session,
                        "select count(*) filter (where award_no = $3), count(*) from badge_key where issuer_no = $1"
                                + " and person_no = $2 and kind = 'link' and made_at > $4",
                        issuerNo,
                        person,
                        number,
                        Database.time(clock.instant().minus(COUNTED)))
                .chain(counted ->
                        (Long) counted.get(0)[0] >= MOST_OF_A_BADGE || (Long) counted.get(0)[1] >= MOST_OF_A_PERSON
                                ? Uni.createFrom().voidItem()
                                : write(session, new Person(issuerNo, person), number, (String) award[2]));
    }

    private Uni<Void> write(Mutiny.StatelessSession session, Person person, long award, String awardId) {
        String token = Tokens.fresh("", random);
        return add(session, "link", token, new Of(person, award), LINK)
                .chain(() -> letters.add(
                        session,
                        List.of(Letter.about(person.issuerNo(), HolderLetters.MANAGE, awardId)
                                .to(person)
                                .holding(token))));
    }

    private record Of(Person person, long award) {}

    private Uni<Void> add(Mutiny.StatelessSession session, String kind, String token, Of badge, Duration time) {
        Instant now = clock.instant();
        return Database.insert(
                session,
                "insert into badge_key (token_hash, kind, issuer_no, award_no, person_no, made_at, ends_at)"
                        + " values ($1, $2, $3, $4, $5, $6, $7)",
                Buffer.buffer(Sha256.of(token)),
                kind,
                badge.person().issuerNo(),
                badge.award(),
                badge.person().number(),
                Database.time(now),
                Database.time(now.plus(time)));
    }

    @Override
    public Uni<Boolean> isOpen(String credential, String link) {
        return isThere("link", credential, link);
    }

    @Override
    public Uni<Boolean> isGood(String credential, String session) {
        return isThere("session", credential, session);
    }

    private Uni<Boolean> isThere(String kind, String credential, String token) {
        return database.read(session -> Database.select(
                        session,
                        "select 1 from badge_key k join credential c on c.issuer_no = k.issuer_no and c.id = k.award_no"
                                + " where k.token_hash = $1 and k.kind = $2 and k.used_at is null and k.ends_at > $3"
                                + " and c.public_id = $4 and c.erased_at is null",
                        Buffer.buffer(Sha256.of(token)),
                        kind,
                        Database.time(clock.instant()),
                        credential))
                .map(found -> !found.isEmpty());
    }

    @Override
    public Uni<Optional<String>> enter(String credential, String link) {
        String token = Tokens.fresh("", random);
        return database.write(session -> Database.select(
                        session,
                        "update badge_key k set used_at = $2 from credential c where k.token_hash = $1 and k.kind = 'link'"
                                + " and k.used_at is null and k.ends_at > $2 and c.issuer_no = k.issuer_no"
                                + " and c.id = k.award_no and c.public_id = $3 and c.erased_at is null"
                                + " returning k.issuer_no, k.person_no, k.award_no",
                        Buffer.buffer(Sha256.of(link)),
                        Database.time(clock.instant()),
                        credential)
                .chain(used -> used.isEmpty()
                        ? Uni.createFrom().item(Optional.<String>empty())
                        : add(session, "session", token, of(used.get(0)), SESSION)
                                .replaceWith(Optional.of(token))));
    }

    private static Of of(Object[] row) {
        return new Of(new Person((Integer) row[0], (Long) row[1]), (Long) row[2]);
    }

    /** What has run out is forgotten once it is not counted any more. */
    @Scheduled(every = "1h", delayed = "13m")
    Uni<Void> sweep() {
        return database.write(session -> Database.insert(
                session,
                "delete from badge_key where ends_at < $1",
                Database.time(clock.instant().minus(COUNTED))));
    }
}
