package org.laurel.issuing.assessment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.issuing.submission.SubmissionFollowers;
import org.laurel.shared.store.Database;

/** Puts what is submitted into the queue of its organisation, and takes out what is taken back. */
@ApplicationScoped
class AssessSubmitted implements SubmissionFollowers {
    private final QueueEvidence queue;
    private final Clock clock;

    AssessSubmitted(QueueEvidence queue, Clock clock) {
        this.queue = queue;
        this.clock = clock;
    }

    @Override
    public Uni<Void> submitted(Mutiny.StatelessSession session, Submitted submitted) {
        return queue.seats(submitted.issuerNo())
                .chain(seats ->
                        queue.put(session, new QueueEvidence.Queued(submitted, clock.instant(), null, false), seats))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> appealed(Mutiny.StatelessSession session, Submitted submitted) {
        return queue.put(session, new QueueEvidence.Queued(submitted, clock.instant(), null, true), 1)
                .replaceWithVoid();
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
