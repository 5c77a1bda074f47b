package org.laurel.issuing.assessment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.issuing.issuer.AssessmentSettings;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.issuer.Issuers;
import org.laurel.issuing.submission.SubmissionFollowers;
import org.laurel.shared.outbox.Outbox;
import org.laurel.shared.outbox.OutboxEvent;
import org.laurel.shared.store.Database;
import org.laurel.shared.store.PublicId;

/** Puts what is submitted into the queue of its organisation, and takes out what is taken back. */
@ApplicationScoped
class AssessSubmitted implements SubmissionFollowers {
    private final Issuers issuers;
    private final Outbox outbox;
    private final Clock clock;
    private final SecureRandom random;

    AssessSubmitted(Issuers issuers, Outbox outbox, Clock clock, SecureRandom random) {
        this.issuers = issuers;
        this.outbox = outbox;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Uni<Void> submitted(Mutiny.StatelessSession session, Submitted submitted) {
        return issuers.find(submitted.issuerNo())
                .map(Optional::orElseThrow)
                .map(Issuer::settings)
                .chain(settings -> insert(session, submitted, settings.assesses()));
    }

    private Uni<Void> insert(Mutiny.StatelessSession session, Submitted submitted, AssessmentSettings settings) {
        Instant now = clock.instant();
        String id = PublicId.fresh(submitted.issuerNo(), random).toString();
        return Database.rowNumbers(session, 1)
                .chain(numbers -> Database.insert(
                        session,
                        "insert into assessment (issuer_no, id, public_id, achievement_no, submission_no, round, state,"
                                + " seats, submitted_at, due_at) values ($1, $2, $3, $4, $5, $6, 'waiting', $7, $8, $9)",
                        submitted.issuerNo(),
                        numbers.get(0),
                        id,
                        submitted.achievement(),
                        submitted.submission(),
                        submitted.round(),
                        random.nextInt(100) < settings.share() ? 2 : 1,
                        Database.time(now),
                        Database.time(now.plus(settings.promise()))))
                .chain(() -> outbox.add(
                        session,
                        List.of(new OutboxEvent(
                                submitted.issuerNo(), "assessment.waiting", id, "assessment", "", now))));
    }

    @Override
    public Uni<Void> withdrawn(Mutiny.StatelessSession session, int issuerNo, long submission) {
        return Database.insert(
                session,
                "update assessment set state = 'closed' where issuer_no = $1 and submission_no = $2" + " and state in "
                        + AssessmentRows.OPEN,
                issuerNo,
                submission);
    }
}
