package org.laurel.shared.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.sealing.AesGcm;
import org.laurel.shared.sealing.MasterKey;
import org.laurel.shared.sealing.Person;
import org.laurel.shared.sealing.PersonKey;
import org.laurel.shared.sealing.PersonKeys;
import org.laurel.shared.store.Database;

/** Kept answers, sealed: bodies with personal data under that person's key, others (a new token, say) under our own. */
@ApplicationScoped
class OnceOnlyAnswers {
    /** How long an answer is kept: longer than the promised 24 hours. */
    static final Duration KEPT = Duration.ofHours(48);

    private static final String CONTEXT = "once-only-answer";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;
    private final PersonKeys keys;
    private final byte[] ownKey;
    private final SecureRandom random;
    private final Clock clock;

    OnceOnlyAnswers(Database database, PersonKeys keys, MasterKey master, SecureRandom random, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.ownKey = master.derive("once-only-answers");
        this.random = random;
        this.clock = clock;
    }

    /** A kept answer and what it answered. */
    @SuppressWarnings("ArrayRecordComponent") // compared by Arrays.equals
    record Kept(byte[] fingerprint, Answer answer) {}

    Uni<Optional<Kept>> find(OnceOnlyCall call) {
        return database.read(
                session -> session.get(OnceOnlyRow.class, new OnceOnlyRow.Key(call.caller(), call.keyHash()))
                        .chain(row -> row == null ? Uni.createFrom().item(Optional.empty()) : read(session, row)));
    }

    private Uni<Optional<Kept>> read(Mutiny.StatelessSession session, OnceOnlyRow row) {
        if (row.issuerNo == null || row.personNo == null) {
            return Uni.createFrom().item(Optional.of(kept(row, AesGcm.open(ownKey, row.body, CONTEXT))));
        }
        return keys.find(session, new Person(row.issuerNo, row.personNo))
                .map(key -> Optional.of(kept(
                        row,
                        key.map(k -> k.open(row.body, CONTEXT))
                                .orElseThrow(() -> ProblemException.of(
                                        ProblemType.GONE, "The personal data of that answer has been erased.")))));
    }

    private static Kept kept(OnceOnlyRow row, byte[] body) {
        try {
            Map<String, String> headers = JSON.readValue(row.headers, new TypeReference<>() {});
            return new Kept(
                    row.fingerprint,
                    new Answer(row.status, headers, new String(body, StandardCharsets.UTF_8), Optional.empty()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept answer cannot be read", e);
        }
    }

    /** Keeps an answer in the transaction that stores the result. */
    Uni<Void> keep(Mutiny.StatelessSession session, OnceOnlyCall call, Answer answer) {
        if (answer.about().isEmpty()) {
            return session.insert(row(call, answer, null));
        }
        return keys.find(session, answer.about().get())
                .chain(key -> session.insert(row(call, answer, key.orElseThrow())));
    }

    /** Keeps a refusal, which changed nothing. */
    Uni<Void> keepRefusal(OnceOnlyCall call, Answer answer) {
        return database.write(session -> keep(session, call, answer));
    }

    /** Forgets what is older than {@link #KEPT}; several replicas may do so at once. */
    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forgetOld() {
        return database.write(session -> session.createMutationQuery("delete from OnceOnlyRow where createdAt < :limit")
                        .setParameter("limit", clock.instant().minus(KEPT))
                        .executeUpdate())
                .replaceWithVoid();
    }

    private OnceOnlyRow row(OnceOnlyCall call, Answer answer, @Nullable PersonKey key) {
        OnceOnlyRow row = new OnceOnlyRow();
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        row.caller = call.caller();
        row.keyHash = call.keyHash();
        row.fingerprint = call.fingerprint();
        row.status = answer.status();
        row.headers = Answer.write(answer.headers());
        row.body = key == null ? AesGcm.seal(ownKey, body, CONTEXT, random) : key.seal(body, CONTEXT);
        row.issuerNo = key == null ? null : key.person().issuerNo();
        row.personNo = key == null ? null : key.person().number();
        row.createdAt = clock.instant();
        return row;
    }
}
