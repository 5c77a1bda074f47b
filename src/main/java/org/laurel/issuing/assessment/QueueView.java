package org.laurel.issuing.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of an assessor's queue.
 *
 * @param items what is in it
 * @param next the cursor of the next page; absent on the last
 * @param training for which micro-credentials there is nothing in it yet, and what to do; absent when there are none
 * @param workload how much waits for the assessor in all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record QueueView(
        List<AssessmentView> items,
        @Nullable String next,
        @Nullable List<AssessmentFollowers.Awaited> training,
        Assessments.Workload workload) {

    static QueueView of(List<AssessmentView> items, @Nullable String next, AssessorDesk.Beside beside) {
        return new QueueView(items, next, beside.awaited().isEmpty() ? null : beside.awaited(), beside.workload());
    }
}
