package org.laurel.issuing.submission;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.laurel.access.caller.Caller;
import org.laurel.shared.store.Alongside;

/** Evidence of who has it whole already, each step as whoever types it takes it. */
@ApplicationScoped
public class HandInEvidence {
    private final ReachableSubmissions reachable;
    private final Submissions submissions;
    private final WriteSubmission write;
    private final AppealSubmission appeal;

    HandInEvidence(
            ReachableSubmissions reachable, Submissions submissions, WriteSubmission write, AppealSubmission appeal) {
        this.reachable = reachable;
        this.submissions = submissions;
        this.write = write;
        this.appeal = appeal;
    }

    /** Starts a submission and saves what is to be handed in; gives its public id. */
    public Uni<String> begin(String achievement, Caller educator, SubmissionContent content) {
        return write.start(achievement, educator, null, Alongside.nothing())
                .chain(begun -> write.changed(begun, content).chain(whole -> submissions.save(begun, whole)))
                .map(saved -> saved.orElseThrow().id());
    }

    /** Hands it in. */
    public Uni<Void> submit(String id, Caller educator) {
        return reachable
                .get(educator, id)
                .chain(read -> write.submit(read, educator.name()))
                .replaceWithVoid();
    }

    /** Takes it back. */
    public Uni<Void> withdraw(String id, Caller educator) {
        return reachable
                .get(educator, id)
                .chain(read -> submissions.withdraw(read, educator.name()))
                .replaceWithVoid();
    }

    /** Appeals what was decided on it. */
    public Uni<Void> appeal(String id, Caller educator, String reason) {
        return reachable.get(educator, id).chain(read -> appeal.appeal(read, reason, educator.name()));
    }
}
