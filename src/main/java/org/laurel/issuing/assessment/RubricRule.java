package org.laurel.issuing.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.issuing.submission.BlindSubmission;
import org.laurel.issuing.submission.SubmissionDecision.CriterionScore;
import org.laurel.issuing.template.MicroCredentialTemplate;
import org.laurel.issuing.template.MicroCredentialTemplate.AwardRule;
import org.laurel.issuing.template.MicroCredentialTemplate.Criterion;
import org.laurel.issuing.template.MicroCredentialTemplate.Part;
import org.laurel.shared.problem.Violation;

/** What the rubric asks of scores, and what the award rule makes of them; pure. */
public final class RubricRule {
    private final MicroCredentialTemplate template;

    /** Of a micro-credential. */
    public RubricRule(MicroCredentialTemplate template) {
        this.template = template;
    }

    /** Every fault of scores for what was answered: each criterion of each answered part has exactly one, with a level of it. */
    public List<Violation> faults(List<CriterionScore> scores, BlindSubmission evidence) {
        List<Violation> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < scores.size(); i++) {
            CriterionScore score = scores.get(i);
            String place = "/scores/" + i;
            Optional<Criterion> criterion = criterion(score);
            if (criterion.isEmpty()) {
                faults.add(new Violation(
                        place,
                        "unknown",
                        "There is no criterion \"" + score.criterion() + "\" in a part \"" + score.part() + "\"."));
            } else if (criterion.get().levels().stream()
                    .noneMatch(level -> level.id().equals(score.level()))) {
                faults.add(new Violation(
                        place + "/level",
                        "unknown",
                        "There is no level \"" + score.level() + "\"; expected one of " + levels(criterion.get())
                                + "."));
            } else if (!seen.add(score.part() + "/" + score.criterion())) {
                faults.add(new Violation(place, "twice", "This criterion is scored twice."));
            } else if (!evidence.answersTo(score.part())) {
                faults.add(new Violation(place, "not-answered", "There is no answer to this part."));
            }
        }
        missing(scores, evidence, faults);
        return faults;
    }

    private void missing(List<CriterionScore> scores, BlindSubmission evidence, List<Violation> faults) {
        for (Part part : template.parts()) {
            for (Criterion criterion : part.criteria()) {
                boolean scored = scores.stream()
                        .anyMatch(score -> score.part().equals(part.id())
                                && score.criterion().equals(criterion.id()));
                if (!scored && evidence.answersTo(part.id())) {
                    faults.add(new Violation(
                            "/scores",
                            "incomplete",
                            "Part \"" + part.id() + "\", criterion \"" + criterion.id() + "\" is not scored."));
                }
            }
        }
    }

    private Optional<Criterion> criterion(CriterionScore score) {
        return template.parts().stream()
                .filter(part -> part.id().equals(score.part()))
                .flatMap(part -> part.criteria().stream())
                .filter(criterion -> criterion.id().equals(score.criterion()))
                .findFirst();
    }

    private static String levels(Criterion criterion) {
        return String.join(
                ", ",
                criterion.levels().stream()
                        .map(MicroCredentialTemplate.Level::id)
                        .toList());
    }

    /** Whether two assessors differ on any criterion's passing. */
    boolean differ(List<CriterionScore> one, List<CriterionScore> other) {
        Map<String, Boolean> passes = new HashMap<>();
        one.forEach(score -> passes.put(key(score), passes(score)));
        return other.stream().anyMatch(score -> !Boolean.valueOf(passes(score)).equals(passes.get(key(score))));
    }

    /** What counts of two who agree on what passes: the lower level of each criterion, with the feedback of both. */
    List<CriterionScore> together(List<CriterionScore> one, List<CriterionScore> other) {
        List<CriterionScore> all = new ArrayList<>();
        for (CriterionScore score : one) {
            CriterionScore second = other.stream()
                    .filter(candidate -> key(candidate).equals(key(score)))
                    .findFirst()
                    .orElse(score);
            CriterionScore lower = rank(second) < rank(score) ? second : score;
            String words = String.join(
                    "\n\n",
                    List.of(score, second).stream()
                            .map(CriterionScore::feedback)
                            .filter(text -> text != null && !text.isBlank())
                            .distinct()
                            .toList());
            all.add(new CriterionScore(score.part(), score.criterion(), lower.level(), words.isEmpty() ? null : words));
        }
        return all;
    }

    /** What the award rule still lacks, in words; empty when it is met. */
    List<String> lacks(List<CriterionScore> scores) {
        Set<String> passed = new HashSet<>();
        for (Part part : template.parts()) {
            boolean all = !part.criteria().isEmpty()
                    && part.criteria().stream().allMatch(criterion -> scores.stream()
                            .anyMatch(score -> score.part().equals(part.id())
                                    && score.criterion().equals(criterion.id())
                                    && passes(score)));
            if (all) {
                passed.add(part.id());
            }
        }
        AwardRule rule = template.awardRule();
        List<String> needed =
                rule == null ? template.parts().stream().map(Part::id).toList() : rule.parts();
        List<String> lacks = new ArrayList<>();
        needed.stream()
                .filter(part -> !passed.contains(part))
                .forEach(part -> lacks.add("part \"" + part + "\" does not pass"));
        if (rule != null && rule.least() != null && passed.size() < rule.least()) {
            lacks.add(passed.size() + " parts pass, and at least " + rule.least() + " have to");
        }
        return lacks;
    }

    private boolean passes(CriterionScore score) {
        return criterion(score)
                .map(criterion -> rank(criterion, score.level()) >= rank(criterion, criterion.passes()))
                .orElse(false);
    }

    /** The place of the level in its criterion, from 0; -1 when there is no such criterion. */
    public int rank(CriterionScore score) {
        return criterion(score).map(criterion -> rank(criterion, score.level())).orElse(-1);
    }

    /** A level that there is not is above all: nothing reaches it. */
    private static int rank(Criterion criterion, @Nullable String level) {
        for (int i = 0; i < criterion.levels().size(); i++) {
            if (criterion.levels().get(i).id().equals(level)) {
                return i;
            }
        }
        return Integer.MAX_VALUE;
    }

    private static String key(CriterionScore score) {
        return score.part() + "/" + score.criterion();
    }
}
