package org.laurel.verifying.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

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

    /**
     * The same in another language; the clause is the standards' own words, and stays.
     *
     * @param summaries what the reports on things inside say, in English and in the language: a detail may quote one
     */
    CheckReport in(Wording words, Map<String, String> summaries) {
        List<Problem> said = problems.stream()
                .map(problem -> summaries.containsKey(problem.detail())
                        ? problem.in(words).saying(summaries.get(problem.detail()))
                        : problem.in(words))
                .toList();
        return new CheckReport(id, words.check(id, title), outcome, clause, words.say(reason), said, fatal);
    }
}
