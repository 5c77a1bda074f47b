package org.laurel.issuing.submission;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.laurel.issuing.achievement.AchievementDefinition;
import org.laurel.shared.store.Alongside;
import org.laurel.shared.store.Page;
import org.laurel.shared.store.PageRequest;
import org.laurel.shared.store.PublicId;

/** The collection of submissions. */
interface Submissions {

    /** By public id. */
    Uni<Optional<Submission>> find(PublicId id);

    /** One owner's, newest first. */
    Uni<Page<Submission>> list(Wanted wanted, PageRequest page);

    /** Those that somebody with an account wrote, newest first: as many as a page takes, for their export. */
    default Uni<List<Submission>> of(long account) {
        return list(
                        new Wanted(Optional.of(account), Optional.empty(), Optional.empty(), Optional.empty()),
                        new PageRequest(PageRequest.MAX_LIMIT, Long.MAX_VALUE))
                .map(Page::items);
    }

    /** Starts one; a 409 problem when the same educator has one under way for the same micro-credential. */
    Uni<Submission> start(AchievementDefinition achievement, Fresh fresh, Alongside<Submission> alongside);

    /** Keeps what was written; empty when somebody else saved since it was read. */
    Uni<Optional<Submission>> save(Submission read, SubmissionContent content);

    /** Freezes what was written, and the files, to be assessed; 409 when either was changed since it was read. */
    Uni<Submission> submit(Submission read, Filed filed, String by);

    /** The files that are there, and the fingerprints of all. */
    record Filed(List<EvidenceFile> files, List<EvidencePrints.Print> prints) {}

    /** Who writes one, by its row number; empty when there is none. */
    Uni<Optional<Submission.Owner>> owner(int issuerNo, long number);

    /** Takes it back; likewise. */
    Uni<Submission> withdraw(Submission read, String by);

    /** What was submitted, the last first. */
    Uni<List<Frozen>> frozen(Submission submission);

    /** Whose, and which; empty means any. */
    record Wanted(
            Optional<Long> account,
            Optional<String> program,
            Optional<SubmissionState> state,
            Optional<String> achievement) {}

    /** Who starts one. */
    record Fresh(Submission.Owner owner, String by) {}

    /** A version that was submitted. */
    record Frozen(int round, Instant submittedAt, SubmissionContent content) {}
}
