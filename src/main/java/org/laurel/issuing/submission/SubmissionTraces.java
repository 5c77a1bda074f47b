package org.laurel.issuing.submission;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.laurel.access.people.AccountTraces;
import org.laurel.shared.store.PageRequest;
import org.laurel.shared.work.OneByOne;

/** Submissions in the export of an account, with every version that was submitted. */
@ApplicationScoped
class SubmissionTraces implements AccountTraces {
    private final Submissions submissions;

    SubmissionTraces(Submissions submissions) {
        this.submissions = submissions;
    }

    @Override
    public String name() {
        return "submissions";
    }

    @Override
    public Uni<?> of(long account) {
        return submissions
                .list(
                        new Submissions.Wanted(
                                Optional.of(account), Optional.empty(), Optional.empty(), Optional.empty()),
                        new PageRequest(PageRequest.MAX_LIMIT, Long.MAX_VALUE))
                .chain(page -> OneByOne.all(page.items(), this::traced));
    }

    private Uni<Traced> traced(Submission submission) {
        return submissions.frozen(submission).map(frozen -> new Traced(SubmissionView.of(submission), frozen));
    }

    private record Traced(SubmissionView submission, List<Submissions.Frozen> submitted) {}
}
