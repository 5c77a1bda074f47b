package org.laurel.demo;

import java.util.ArrayList;
import java.util.List;
import org.laurel.issuing.submission.SubmissionContent;
import org.laurel.issuing.submission.SubmissionContent.Answer;
import org.laurel.issuing.submission.SubmissionContent.Link;
import org.laurel.issuing.submission.SubmissionContent.PupilsConsent;
import org.laurel.issuing.submission.SubmissionContent.Statements;
import org.laurel.issuing.submission.SubmissionDecision.CriterionScore;

/** Evidence of the ecosystem, and levels for it, as the template of its micro-credentials asks for them. */
final class EcosystemEvidence {
    private static final String NOT_YET = "not-yet";
    private static final String DEMONSTRATED = "demonstrated";
    private static final String EXEMPLARY = "exemplary";

    /** Parts, each with its criterion. */
    private static final List<List<String>> CRITERIA =
            List.of(List.of("overview", "context"), List.of("work", "method"), List.of("reflection", "change"));

    private EcosystemEvidence() {}

    /** What somebody hands in; no two say the same. */
    static SubmissionContent content(EcosystemData data, int index) {
        String place = data.organisation(index % 40) + ", class " + (1 + index % 9);
        return new SubmissionContent(
                List.of(
                        new Answer(
                                "overview",
                                "My learners at " + place + " plan by what they found out. " + index,
                                List.of()),
                        new Answer(
                                "work",
                                null,
                                List.of(new Link("https://work.example/" + index, "Two plans and what changed"))),
                        new Answer(
                                "reflection",
                                "In round " + index + " learners acted on feedback, and I will do it again.",
                                List.of())),
                new Statements(true, PupilsConsent.GIVEN, "None was used.", null, null));
    }

    /** Levels that all pass. */
    static List<CriterionScore> passing(int index) {
        return levels(index % 2 == 0 ? DEMONSTRATED : EXEMPLARY, DEMONSTRATED, DEMONSTRATED);
    }

    /** Levels of which one does not pass. */
    static List<CriterionScore> lacking(int index) {
        return levels(DEMONSTRATED, index % 2 == 0 ? NOT_YET : DEMONSTRATED, index % 2 == 0 ? DEMONSTRATED : NOT_YET);
    }

    /** What is true of a planted item; all levels occur. */
    static List<CriterionScore> truth(int index) {
        return index % 3 == 2 ? lacking(index) : passing(index);
    }

    /** What somebody gives who is a level too kind where the truth is the middle one: nothing passes by it that should not. */
    static List<CriterionScore> drifted(List<CriterionScore> truth) {
        List<CriterionScore> given = new ArrayList<>();
        truth.forEach(one -> given.add(
                one.level().equals(DEMONSTRATED)
                        ? new CriterionScore(one.part(), one.criterion(), EXEMPLARY, null)
                        : one));
        return given;
    }

    private static List<CriterionScore> levels(String... levels) {
        List<CriterionScore> scores = new ArrayList<>();
        for (int i = 0; i < levels.length; i++) {
            scores.add(
                    new CriterionScore(CRITERIA.get(i).get(0), CRITERIA.get(i).get(1), levels[i], null));
        }
        return scores;
    }
}
