package org.laurel.issuing.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Templates;
import org.laurel.issuing.submission.BlindSubmission;
import org.laurel.issuing.submission.SubmissionContent.Answer;
import org.laurel.issuing.submission.SubmissionDecision.CriterionScore;
import org.laurel.issuing.template.MicroCredentialTemplate.AwardRule;
import org.laurel.issuing.template.MicroCredentialTemplate.Criterion;
import org.laurel.issuing.template.MicroCredentialTemplate.Level;
import org.laurel.issuing.template.MicroCredentialTemplate.Part;
import org.laurel.issuing.template.MicroCredentialTemplate.PartKind;
import org.laurel.shared.problem.Violation;

class RubricRuleTest {
    private static final BlindSubmission BOTH = evidence("a", "b");

    @Test
    void each_criterion_of_what_was_answered_needs_one_level_of_its_own_rubric() {
        RubricRule rule = rule(new AwardRule(List.of("a", "b"), null));
        assertThat(rule.faults(List.of(score("a", "x", "met"), score("a", "y", "low"), score("b", "x", "high")), BOTH))
                .isEmpty();
        assertThat(rule.faults(
                        List.of(
                                score("a", "x", "met"),
                                score("a", "x", "met"),
                                score("a", "y", "best"),
                                score("c", "x", "met")),
                        BOTH))
                .extracting(Violation::pointer, Violation::code)
                .containsExactly(
                        tuple("/scores/1", "twice"),
                        tuple("/scores/2/level", "unknown"),
                        tuple("/scores/3", "unknown"),
                        tuple("/scores", "incomplete"));
    }

    @Test
    void a_part_that_was_not_answered_is_not_scored_and_does_not_pass() {
        RubricRule rule = rule(new AwardRule(List.of("a"), 1));
        List<CriterionScore> scores = List.of(score("a", "x", "met"), score("a", "y", "met"));
        assertThat(rule.faults(scores, evidence("a"))).isEmpty();
        assertThat(rule.faults(List.of(scores.get(0), scores.get(1), score("b", "x", "met")), evidence("a")))
                .extracting(Violation::code)
                .containsExactly("not-answered");
        assertThat(rule.lacks(scores)).isEmpty();
        assertThat(rule(new AwardRule(List.of("a"), 2)).lacks(scores))
                .containsExactly("1 parts pass, and at least 2 have to");
    }

    @Test
    void a_part_passes_when_each_criterion_reaches_the_level_that_passes() {
        RubricRule rule = rule(new AwardRule(List.of("a", "b"), null));
        assertThat(rule.lacks(List.of(score("a", "x", "high"), score("a", "y", "low"), score("b", "x", "met"))))
                .containsExactly("part \"a\" does not pass");
        assertThat(rule.lacks(List.of(score("a", "x", "high"), score("a", "y", "met"), score("b", "x", "met"))))
                .isEmpty();
    }

    @Test
    void assessors_differ_when_one_criterion_passes_for_one_of_them_only() {
        RubricRule rule = rule(new AwardRule(List.of("a"), null));
        List<CriterionScore> one = List.of(score("a", "x", "met"), score("a", "y", "low"));
        assertThat(rule.differ(one, List.of(score("a", "x", "high"), score("a", "y", "low"))))
                .isFalse();
        assertThat(rule.differ(one, List.of(score("a", "x", "low"), score("a", "y", "low"))))
                .isTrue();
    }

    @Test
    void of_two_who_agree_the_lower_level_counts_and_both_are_heard() {
        RubricRule rule = rule(new AwardRule(List.of("a"), null));
        List<CriterionScore> together = rule.together(
                List.of(new CriterionScore("a", "x", "high", "Fine."), score("a", "y", "met")),
                List.of(new CriterionScore("a", "x", "met", "Nearly."), score("a", "y", "met")));
        assertThat(together)
                .containsExactly(new CriterionScore("a", "x", "met", "Fine.\n\nNearly."), score("a", "y", "met"));
    }

    private static CriterionScore score(String part, String criterion, String level) {
        return new CriterionScore(part, criterion, level, null);
    }

    private static BlindSubmission evidence(String... parts) {
        return new BlindSubmission(
                1,
                Instant.EPOCH,
                List.of(parts).stream()
                        .map(part -> new Answer(part, "Text", List.of()))
                        .toList(),
                null,
                List.of(),
                List.of());
    }

    private static RubricRule rule(@Nullable AwardRule rule) {
        return new RubricRule(Templates.of(rule, part("a", "x", "y"), part("b", "x")));
    }

    private static Part part(String id, String... criteria) {
        return new Part(
                id,
                PartKind.OVERVIEW,
                id,
                null,
                500,
                List.of(),
                List.of(criteria).stream()
                        .map(criterion -> new Criterion(
                                criterion,
                                criterion,
                                List.of(
                                        new Level("low", "Low", null),
                                        new Level("met", "Met", null),
                                        new Level("high", "High", null)),
                                "met"))
                        .toList());
    }
}
