package org.laurel.issuing.assessment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.laurel.issuing.issuer.AssessmentSettings;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.issuer.Issuers;
import org.laurel.issuing.submission.SubmissionFollowers.Submitted;
import org.laurel.shared.outbox.Outbox;
import org.laurel.shared.outbox.OutboxEvent;
import org.laurel.shared.store.Database;
import org.laurel.shared.store.PublicId;

/** Puts evidence into the queue of its organisation: what was handed in, what is appealed, and what is planted. */
@ApplicationScoped
public class QueueEvidence {
    private final Issuers issuers;
    private final Outbox outbox;
    private final SecureRandom random;

    QueueEvidence(Issuers issuers, Outbox outbox, SecureRandom random) {
        this.issuers = issuers;
        this.outbox = outbox;
        this.random = random;
    }

    /**
     * What is to be assessed.
     *
     * @param of what was submitted
     * @param at since when it waits
     * @param planted the row number of the item that it is a copy of; null when somebody handed it in
     * @param appeal whether it was decided on before, by others
     */
    public record Queued(Submitted of, Instant at, @Nullable Long planted, boolean appeal) {}

    /** How many of those who assess score what comes next: chosen by chance, as the organisation says. */
    public Uni<Integer> seats(int issuerNo) {
        return settings(issuerNo).map(settings -> random.nextInt(100) < settings.share() ? 2 : 1);
    }

    private Uni<AssessmentSettings> settings(int issuerNo) {
        return issuers.find(issuerNo)
                .map(Optional::orElseThrow)
                .map(Issuer::settings)
                .map(settings -> settings.assesses());
    }

    /** Puts it there, in the caller's transaction; gives its public id. */
    public Uni<String> put(Mutiny.StatelessSession session, Queued queued, int seats) {
        int issuerNo = queued.of().issuerNo();
        String id = PublicId.fresh(issuerNo, random).toString();
        return settings(issuerNo)
                .chain(settings -> Database.rowNumbers(session, 1)
                        .chain(numbers -> Database.insert(
                                session,
                                "insert into assessment (issuer_no, id, public_id, achievement_no, submission_no, round,"
                                        + " state, seats, submitted_at, due_at, planted_item, appeal) values ($1, $2, $3,"
                                        + " $4, $5, $6, 'waiting', $7, $8, $9, nullif($10::bigint, 0), $11)",
                                issuerNo,
                                numbers.get(0),
                                id,
                                queued.of().achievement(),
                                queued.of().submission(),
                                queued.of().round(),
                                seats,
                                Database.time(queued.at()),
                                Database.time(queued.at().plus(settings.promise())),
                                queued.planted() == null ? 0L : queued.planted(),
                                queued.appeal())))
                .chain(() -> outbox.add(
                        session,
                        List.of(new OutboxEvent(issuerNo, "assessment.waiting", id, "assessment", "", queued.at()))))
                .replaceWith(id);
    }
}
