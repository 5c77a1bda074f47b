package org.laurel.issuing.calibration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.issuing.assessment.ScoresRequest;
import org.laurel.issuing.submission.SubmissionContent;
import org.laurel.issuing.submission.SubmissionDecision.CriterionScore;
import org.laurel.shared.json.Bounds;

/**
 * Evidence whose true levels are known.
 *
 * @param kind {@code training} or {@code planted}
 * @param answers to the parts, as an educator would give them; without files
 * @param statements as an educator would make them
 * @param truth the true level of each criterion of what is answered; the feedback says why
 */
record CalibrationItemRequest(
        CalibrationItem.Kind kind,
        List<SubmissionContent.Answer> answers,
        SubmissionContent.@Nullable Statements statements,
        List<ScoresRequest.Score> truth) {
    CalibrationItemRequest {
        answers = Bounds.list("answers", answers, 30);
        truth = Bounds.list("truth", truth, 600);
        new SubmissionContent(answers, statements); // refuses two answers to one part
    }

    SubmissionContent content() {
        return new SubmissionContent(answers, statements);
    }

    List<CriterionScore> levels() {
        return new ScoresRequest(truth).given();
    }
}
