package org.laurel.issuing.calibration;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.laurel.issuing.achievement.AchievementDefinition;
import org.laurel.issuing.submission.SubmissionContent;
import org.laurel.issuing.submission.SubmissionDecision.CriterionScore;
import org.laurel.shared.store.Alongside;
import org.laurel.shared.store.Page;
import org.laurel.shared.store.PageRequest;
import org.laurel.shared.store.PublicId;

/** The collection of evidence whose true levels are known. */
public interface CalibrationItems {

    /** By public id. */
    Uni<Optional<CalibrationItem>> find(PublicId id);

    /** Those of one micro-credential, newest first. */
    Uni<Page<CalibrationItem>> list(AchievementDefinition achievement, PageRequest page);

    /** Keeps one. */
    Uni<CalibrationItem> add(AchievementDefinition achievement, Fresh fresh, Alongside<CalibrationItem> alongside);

    /** Takes it out of use, and its copies out of the queue; what was scored on it stays. */
    Uni<CalibrationItem> retire(CalibrationItem read, String by);

    /**
     * What is to be kept.
     *
     * @param account the number of the account of who made it, who never gets it to score; empty for programs
     * @param by how the audit calls them
     */
    record Fresh(
            CalibrationItem.Kind kind,
            SubmissionContent content,
            List<CriterionScore> truth,
            OptionalLong account,
            String by) {
        /** Copies the list. */
        public Fresh {
            truth = List.copyOf(truth);
        }
    }
}
