package org.laurel.access.passkey;

import com.yubico.webauthn.data.ByteArray;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.laurel.shared.encoding.Sha256;
import org.laurel.shared.store.Database;

/** Challenges in PostgreSQL, so that any replica takes what another asked; of each only its hash is kept. */
@ApplicationScoped
class PostgresChallenges implements Challenges {
    private static final int BYTES = 32;
    private static final int MINUTES = 5;

    private final Database database;
    private final SecureRandom random;
    private final Clock clock;

    PostgresChallenges(Database database, SecureRandom random, Clock clock) {
        this.database = database;
        this.random = random;
        this.clock = clock;
    }

    @Override
    public Uni<ByteArray> ask(long account) {
        byte[] challenge = new byte[BYTES];
        random.nextBytes(challenge);
        return database.write(session -> Database.insert(
                        session,
                        "insert into passkey_challenge (hash, account_no, ends_at) values ($1, $2, $3)",
                        Buffer.buffer(Sha256.of(challenge)),
                        account,
                        now().plusMinutes(MINUTES)))
                .replaceWith(new ByteArray(challenge));
    }

    @Override
    public Uni<Boolean> take(ByteArray challenge, long account) {
        return database.write(session -> Database.select(
                        session,
                        "delete from passkey_challenge where hash = $1 and account_no = $2 and ends_at > $3 returning 1",
                        Buffer.buffer(Sha256.of(challenge.getBytes())),
                        account,
                        now()))
                .map(rows -> !rows.isEmpty());
    }

    /** Most are never answered: their reader went away, or took the password. */
    @Scheduled(every = "5m", delayed = "5m")
    Uni<Void> sweep() {
        return database.write(
                session -> Database.insert(session, "delete from passkey_challenge where ends_at < $1", now()));
    }

    private OffsetDateTime now() {
        return Database.time(clock.instant());
    }
}
