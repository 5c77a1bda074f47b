package org.laurel.finding.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an organisation assesses, in figures. A figure that nothing is known for is null.
 *
 * @param submissions how often evidence was handed in
 * @param decisions how many decisions were made on it, appeals among them
 * @param medianHoursToDecision how long half of them took at most, in hours since it was handed in
 * @param passRate the share of decisions that awarded
 * @param agreement the share of criteria on which two who scored the same work gave the same level
 * @param agreementN how many criteria two have scored
 * @param kappa quadratic-weighted kappa of what assessors gave against the known levels of planted items; null when these
 *     never vary
 * @param kappaN how many criteria of planted items were scored
 * @param achievements the same by micro-credential
 * @param assessors the same by assessor
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record IssuerFigures(
        long submissions,
        long decisions,
        @Nullable Double medianHoursToDecision,
        @Nullable Double passRate,
        @Nullable Double agreement,
        long agreementN,
        @Nullable Double kappa,
        long kappaN,
        List<OfAchievement> achievements,
        List<OfAssessor> assessors) {

    /** Copies the lists. */
    public IssuerFigures {
        achievements = List.copyOf(achievements);
        assessors = List.copyOf(assessors);
    }

    /** The figures of a micro-credential, by its id. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record OfAchievement(
            String achievement,
            long submissions,
            long decisions,
            @Nullable Double medianHoursToDecision,
            @Nullable Double passRate,
            @Nullable Double agreement,
            long agreementN,
            @Nullable Double kappa,
            long kappaN) {}

    /**
     * The figures of an assessor: of the work that they scored.
     *
     * @param assessor the id of their account
     * @param submissions how often they scored
     * @param plantedAgreement the share of criteria of planted items on which they gave the known level
     * @param lastAgreement the same of the last 30 of these
     * @param lastN how many those are, 30 at most
     * @param alarm whether there are 30, and fewer than 80 of a hundred agree
     * @param criteria the same by criterion
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record OfAssessor(
            String assessor,
            long submissions,
            long decisions,
            @Nullable Double medianHoursToDecision,
            @Nullable Double passRate,
            @Nullable Double agreement,
            long agreementN,
            @Nullable Double kappa,
            long kappaN,
            @Nullable Double plantedAgreement,
            @Nullable Double lastAgreement,
            long lastN,
            boolean alarm,
            List<OfCriterion> criteria) {
        /** Copies the list. */
        public OfAssessor {
            criteria = List.copyOf(criteria);
        }
    }

    /** How an assessor agrees on one criterion: with others, and with the known levels. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record OfCriterion(
            String achievement,
            String part,
            String criterion,
            @Nullable Double agreement,
            long agreementN,
            @Nullable Double kappa,
            long kappaN,
            @Nullable Double plantedAgreement) {}
}
