package org.laurel.issuing.submission;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.access.people.AccountTraces;
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
        return submissions.of(account).chain(all -> OneByOne.all(all, this::traced));
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
