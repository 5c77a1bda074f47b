package org.laurel.issuing.calibration;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.issuing.submission.SubmissionContent;
import org.laurel.issuing.submission.SubmissionDecision.CriterionScore;
import org.laurel.shared.door.Answer;

/**
 * Evidence whose true levels are known, for those who make it; assessors never see this.
 *
 * @param id its public id
 * @param achievement the version of the micro-credential
 * @param kind what it is for
 * @param state whether it is in use
 * @param answers what it says
 * @param statements what it states
 * @param truth the true level of each criterion
 * @param madeBy who made it
 * @param madeAt when
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record CalibrationItemView(
        String id,
        String achievement,
        CalibrationItem.Kind kind,
        CalibrationItem.State state,
        List<SubmissionContent.Answer> answers,
        SubmissionContent.@Nullable Statements statements,
        List<CriterionScore> truth,
        String madeBy,
        Instant madeAt) {

    static CalibrationItemView of(CalibrationItem item) {
        return new CalibrationItemView(
                item.id(),
                item.achievement(),
                item.kind(),
                item.state(),
                item.content().answers(),
                item.content().statements(),
                item.truth(),
                item.madeBy(),
                item.madeAt());
    }

    static Answer answer(int status, CalibrationItem item) {
        Answer answer = Answer.of(status, of(item));
        return status == 201 ? answer.with("Location", "/api/v1/calibration-items/" + item.id()) : answer;
    }
}
