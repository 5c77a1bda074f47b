package org.laurel.issuing.assessment;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.issuing.submission.SubmissionDecision;
import org.laurel.issuing.submission.SubmissionDecision.CriterionScore;
import org.laurel.shared.store.Page;
import org.laurel.shared.store.PageRequest;
import org.laurel.shared.store.PublicId;

/** The collection of assessments. */
public interface Assessments {

    /** By public id. */
    Uni<Optional<Assessment>> find(PublicId id);

    /** Those that an assessor may see, the one that was handed in first before the others. */
    Uni<Page<Assessment>> queue(Wanted wanted, PageRequest page);

    /** How much of it there is. */
    Uni<Workload> workload(Assessor assessor, Set<Integer> issuers);

    /**
     * How much waits for an assessor.
     *
     * @param open what waits for somebody, and may be theirs
     * @param late what of it is over its promised day
     * @param mine what they have taken and not scored
     */
    record Workload(long open, long late, long mine) {}

    /**
     * Takes it for a while; taking it again prolongs that. A 409 problem when nobody may take it now, when all places are
     * taken, or when this one may not.
     *
     * @param adjudicates whether to decide between two
     */
    Uni<Assessment> claim(Assessment read, Assessor assessor, boolean adjudicates, Instant until);

    /** Gives it back, and never gets it again: they know whose work it is. */
    Uni<Void> recuse(Assessment read, Assessor assessor);

    /** Keeps scores, once and for all, and moves on to this state; 409 when the place is theirs no more. */
    Uni<Assessment> score(
            Assessment read, Assessor assessor, List<CriterionScore> scores, AssessmentState to, RubricRule rule);

    /** Decides, in the caller's transaction: exactly one decision wins, every other is a 409 problem. */
    Uni<Void> decide(Mutiny.StatelessSession session, Assessment read, SubmissionDecision decision, String by);

    /** Who assesses. */
    record Assessor(long account, String name) {}

    /**
     * Which ones; empty means any.
     *
     * @param account whose own work is left out, and what they declared that they know
     * @param issuers at which organisations
     * @param state in this state; those that are open when empty
     * @param late only those whose promised day is over
     * @param mine only those that they have taken
     */
    record Wanted(long account, Set<Integer> issuers, Optional<AssessmentState> state, boolean late, boolean mine) {}
}
