package org.laurel.issuing.assessment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.issuing.submission.SubmissionDecision.CriterionScore;
import org.laurel.shared.json.Bounds;

/** An assessor's scores, one for each criterion of what was answered. */
public record ScoresRequest(List<Score> scores) {
    /** Bounds it. */
    public ScoresRequest {
        scores = Bounds.list("scores", scores, 600);
    }

    /** The level that one criterion reached, and what the educator should know. */
    public record Score(
            String part,
            String criterion,
            String level,
            @Nullable String feedback) {
        /** Bounds it. */
        public Score {
            Bounds.within("feedback", feedback, 4000);
        }
    }

    /** As they are kept. */
    public List<CriterionScore> given() {
        return scores.stream()
                .map(one -> new CriterionScore(one.part(), one.criterion(), one.level(), one.feedback()))
                .toList();
    }
}
