package org.laurel.verifying.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * One line of the report.
 *
 * @param id the check's id
 * @param title what it asks, for people
 * @param outcome what it came to
 * @param clause where the standard asks for it
 * @param reason why, in a sentence; left out when empty
 * @param problems what was found
 * @param fatal whether the verdict hangs on it; not on the wire
 */
public record CheckReport(
        String id,
        String title,
        CheckOutcome outcome,
        String clause,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String reason,
        List<Problem> problems,
        @JsonIgnore boolean fatal) {

    /** Copies the list. */
    public CheckReport {
        problems = List.copyOf(problems);
    }

    /** The same in another language; clause and reason are the standards' own words, and stay. */
    CheckReport in(Wording words) {
        List<Problem> said = problems.stream().map(problem -> problem.in(words)).toList();
        return new CheckReport(id, words.check(id, title), outcome, clause, reason, said, fatal);
    }
}
