package org.laurel.finding.statistics;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Public figures of the programme. */
public interface Statistics {

    /** The figures as they are now. */
    Uni<Figures> now();

    /**
     * The figures.
     *
     * @param issuers organisations whose right to issue was not withdrawn
     * @param issuersScreened those of them whose screening counts; the others were let in without, or it lapsed
     * @param achievements published micro-credentials
     * @param achievementsReviewed those of them that the programme reviewed
     * @param awards badges that were awarded, by the date from which they are valid, those that were revoked since too
     * @param recognitions what recognising organisations have said of micro-credentials, and not taken back
     * @param semesters the same by semester in which it happened, the latest first
     */
    record Figures(
            long issuers,
            long issuersScreened,
            long achievements,
            long achievementsReviewed,
            long awards,
            long recognitions,
            List<Semester> semesters) {}

    /** A semester: {@code 2026-1} from January to June, {@code 2026-2} from July to December, UTC. */
    record Semester(String semester, long issuers, long achievements, long awards, long recognitions) {}
}
