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
    private final EvidenceFiles files;

    SubmissionTraces(Submissions submissions, EvidenceFiles files) {
        this.submissions = submissions;
        this.files = files;
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
        return submissions.frozen(submission).chain(frozen -> files.all(submission)
                .map(filed -> new Traced(
                        SubmissionView.of(submission),
                        frozen,
                        filed.stream()
                                .map(file -> EvidenceFileView.of(submission.id(), file))
                                .toList())));
    }

    /** The bytes of the files are where their addresses lead. */
    private record Traced(
            SubmissionView submission, List<Submissions.Frozen> submitted, List<EvidenceFileView> files) {}
}
