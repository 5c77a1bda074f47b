package org.laurel.issuing.submission;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What was submitted, for those who assess it and award for it: by row numbers, which say nothing of who handed it in. */
public interface Evidence {

    /** What assessors see of a round; empty when it was erased. */
    Uni<Optional<BlindSubmission>> blind(int issuerNo, long submission, int round);

    /** A file of a round as assessors get it, by the name that they know; empty when there is none, a 410 problem when it was erased. */
    Uni<Optional<ServedFile>> file(int issuerNo, long submission, int round, String name);

    /** What its educator agreed to have shown by the badge, as it was in a round; nothing when it was erased. */
    Uni<List<ShownItem>> shown(int issuerNo, long submission, int round);

    /** A file that is shown, by its id, as assessors got it; empty when it was erased. */
    Uni<Optional<ServedFile>> shownFile(int issuerNo, long submission, String fileId);

    /** Forgets what was handed in, in the transaction that erases whom it was awarded to. */
    Uni<Void> erase(Mutiny.StatelessSession session, int issuerNo, List<Long> submissions);

    /** Whether the account is that of who handed it in. */
    Uni<Boolean> isBy(Mutiny.StatelessSession session, int issuerNo, long submission, long account);

    /** Who is awarded for it. */
    Uni<Earner> earner(int issuerNo, long submission);

    /** Sends it back with what was decided; a 409 problem when it was taken back. */
    Uni<Void> returned(Mutiny.StatelessSession session, int issuerNo, long submission, SubmissionDecision decision);

    /** Keeps that it was awarded; likewise. */
    Uni<Void> awarded(
            Mutiny.StatelessSession session, int issuerNo, long submission, SubmissionDecision decision, String award);

    /**
     * Who is awarded: somebody with an account, or whom a program knows.
     *
     * @param email their address
     * @param name what they are called
     * @param userId the id that a program knows them by
     */
    record Earner(
            @Nullable String email,
            @Nullable String name,
            @Nullable String userId) {}
}
