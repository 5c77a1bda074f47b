package org.laurel.issuing.achievement;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** The collection of what micro-credentials ask of those who earn and assess them. */
public interface AchievementTerms {

    /** Of one; the usual ones, in version 0, when nobody said otherwise. */
    Uni<Termed> of(AchievementDefinition definition);

    /** Says otherwise; empty when somebody else did since they were read. */
    Uni<Optional<Termed>> replace(AchievementDefinition definition, long read, EarningTerms terms, String by);

    /**
     * What it asks for.
     *
     * @param version grows with every change
     */
    record Termed(EarningTerms terms, long version) {}
}
