package org.laurel.issuing.calibration;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.laurel.issuing.submission.SubmissionContent;
import org.laurel.issuing.submission.SubmissionDecision.CriterionScore;

/**
 * Evidence whose true levels are known.
 *
 * @param issuerNo whose it is
 * @param number its row number
 * @param id its public id
 * @param achievement the public id of the version of the micro-credential
 * @param kind what it is for
 * @param content what it says
 * @param truth the level of each criterion, and why
 * @param state whether it is in use
 * @param madeBy who made it
 * @param madeAt when
 */
public record CalibrationItem(
        int issuerNo,
        long number,
        String id,
        String achievement,
        Kind kind,
        SubmissionContent content,
        List<CriterionScore> truth,
        State state,
        String madeBy,
        Instant madeAt) {

    /** Copies the list. */
    public CalibrationItem {
        truth = List.copyOf(truth);
    }

    /** What it is for. */
    public enum Kind {
        /** Assessors score it before they get evidence, and are told the truth. */
        TRAINING,
        /** Comes into the queue like what educators hand in. */
        PLANTED;

        @Override
        @JsonValue
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether it is in use. */
    public enum State {
        /** It is. */
        ACTIVE,
        /** Not any more; what was scored on it stays. */
        RETIRED;

        @Override
        @JsonValue
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
