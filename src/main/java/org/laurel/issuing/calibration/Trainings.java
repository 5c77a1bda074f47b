package org.laurel.issuing.calibration;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.laurel.issuing.achievement.AchievementDefinition;
import org.laurel.issuing.achievement.EarningTerms;
import org.laurel.issuing.assessment.Assessments.Assessor;
import org.laurel.shared.store.Page;
import org.laurel.shared.store.PageRequest;

/** The collection of what assessors scored in training, and of who was admitted. */
interface Trainings {

    /** How far somebody is. */
    Uni<TrainingState> of(AchievementDefinition achievement, EarningTerms terms, long account);

    /** The same within the caller's transaction. */
    Uni<TrainingState> of(
            Mutiny.StatelessSession session, AchievementDefinition achievement, EarningTerms terms, long account);

    /** What somebody scored of an item; empty when they did not. */
    Uni<List<Level>> scored(CalibrationItem item, long account);

    /**
     * Keeps what somebody scored, once and for all, and admits them when that is enough; a 409 problem when they have scored
     * it before.
     */
    Uni<TrainingState> score(
            CalibrationItem item,
            List<Level> levels,
            AchievementDefinition achievement,
            EarningTerms terms,
            Assessor by);

    /** Admits somebody; empty when they were admitted before. */
    Uni<Optional<Admitted>> admit(AchievementDefinition achievement, long account, String reason, String by);

    /** Who was admitted, newest first. */
    Uni<Page<Admitted>> admitted(AchievementDefinition achievement, PageRequest page);

    /** The micro-credentials at organisations that somebody may not assess yet, though they are assessors there. */
    Uni<List<String>> closed(long account, Set<Integer> issuers);

    /** Where somebody was admitted, and what they scored in training. */
    Uni<List<Trace>> trace(long account);

    /**
     * An admission, or the training for it.
     *
     * @param achievement the public id of the micro-credential
     * @param how by {@code training}, or {@code by-hand}; null before
     * @param at when; null before
     * @param scored how many criteria of training items were scored
     * @param agreeing how many of them as the truth says
     */
    record Trace(
            String achievement,
            @Nullable String how,
            @Nullable Instant at,
            long scored,
            long agreeing) {}

    /** A level that was given beside the true one, by their places in the rubric. */
    record Level(String part, String criterion, int given, int truth) {}

    /**
     * Who was admitted.
     *
     * @param assessor the public id of their account
     * @param how by {@code training}, or {@code by-hand}
     * @param reason why by hand
     * @param by who admitted them
     * @param at when
     */
    record Admitted(String assessor, String how, @Nullable String reason, String by, Instant at) {}
}
