package org.laurel.issuing.achievement;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.laurel.issuing.citation.CitationReport;
import org.laurel.shared.store.PublicId;

/** What the research of published micro-credentials was found to be, each time it was looked at again. */
interface CitationReports {

    /**
     * Published ones, drafted on the template, whose research is due; nobody else gets them until the lease has run out.
     *
     * @param now those due by now, and those never looked at
     * @param until when the lease runs out
     */
    Uni<List<PublicId>> take(Instant now, Instant until, int most);

    /**
     * Keeps what was found. A fault that was not there the last time is an event of the organisation's.
     *
     * @param due when to look again
     */
    Uni<Void> keep(AchievementDefinition definition, Kept found, Instant due);

    /** What was found the last time; empty when nobody looked yet. */
    Uni<Optional<Kept>> find(AchievementDefinition definition);

    /**
     * What was found.
     *
     * @param checkedAt when
     * @param report every fault, and what could not be looked at
     */
    record Kept(Instant checkedAt, CitationReport report) {}
}
