package org.laurel.issuing.submission;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.issuing.achievement.AchievementDefinition;
import org.laurel.shared.sealing.Person;
import org.laurel.shared.sealing.PersonKey;
import org.laurel.shared.sealing.PersonKeys;
import org.laurel.shared.store.Database;
import org.laurel.shared.store.PublicId;

/** Planted evidence in PostgreSQL, in the rows of submissions: what reads those for assessors finds no difference. */
@ApplicationScoped
class PostgresPlantedEvidence implements PlantedEvidence {
    private static final int LOOKUP = 32;

    private final PersonKeys keys;
    private final SecureRandom random;

    PostgresPlantedEvidence(PersonKeys keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
    }

    @Override
    public Uni<Long> store(
            Mutiny.StatelessSession session, AchievementDefinition achievement, SubmissionContent content, Instant at) {
        String id = PublicId.fresh(achievement.issuerNo(), random).toString();
        return Database.rowNumbers(session, 1)
                .chain(numbers -> keys.make(session, List.of(new Person(achievement.issuerNo(), numbers.get(0)))))
                .chain(made -> insert(session, achievement, made.get(0), id, at)
                        .chain(() -> version(session, made.get(0), content, id, at))
                        .replaceWith(made.get(0).person().number()));
    }

    private Uni<Void> insert(
            Mutiny.StatelessSession session, AchievementDefinition achievement, PersonKey key, String id, Instant at) {
        byte[] lookup = new byte[LOOKUP];
        random.nextBytes(lookup);
        return Database.insert(
                session,
                "insert into submission (issuer_no, id, public_id, achievement_no, program, lookup, state, round,"
                        + " version, created_at, updated_at, submitted_at)"
                        + " values ($1, $2, $3, $4, $5, $6, 'submitted', 1, 1, $7, $7, $7)",
                achievement.issuerNo(),
                key.person().number(),
                id,
                achievement.number(),
                PROGRAM,
                Buffer.buffer(lookup),
                Database.time(at));
    }

    private static Uni<Void> version(
            Mutiny.StatelessSession session, PersonKey key, SubmissionContent content, String id, Instant at) {
        return Database.insert(
                session,
                "insert into submission_version (issuer_no, submission_no, round, sealed_content, submitted_by,"
                        + " submitted_at) values ($1, $2, 1, $3, $4, $5)",
                key.person().issuerNo(),
                key.person().number(),
                SubmissionRows.seal(key, content, SubmissionRows.frozen(id, 1)),
                PROGRAM,
                Database.time(at));
    }
}
