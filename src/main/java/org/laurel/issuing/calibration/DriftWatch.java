package org.laurel.issuing.calibration;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.issuing.assessment.Assessments.Assessor;

/** Watches over assessors whose scores drift away from the truth. */
public interface DriftWatch {
    /** On how many planted scores it looks: the last ones, each the level of one criterion. */
    int LAST = 30;

    /** Under which share that agrees with the truth there is an alarm, of a hundred. */
    int LEAST_PERCENT = 80;

    /** Whether there is an alarm. */
    static boolean alarms(long n, long same) {
        return n >= LAST && same * 100 < n * LEAST_PERCENT;
    }

    /**
     * Looks at the last planted scores of an assessor who has just scored, in the same transaction. When they fall under the
     * line an event tells of it, and a letter to each owner; when they rise above it again, an event.
     */
    Uni<Void> look(Mutiny.StatelessSession session, int issuerNo, Assessor assessor);
}
