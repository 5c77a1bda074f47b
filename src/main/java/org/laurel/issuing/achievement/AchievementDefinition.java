package org.laurel.issuing.achievement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.document.credential.Achievement;

/**
 * A micro-credential as we keep it.
 *
 * @param issuerNo whose it is
 * @param number its row number
 * @param id its public id
 * @param state whether it can be changed or awarded
 * @param achievement what badges say of it; its id is its page
 * @param directAward whether it may be awarded without evidence handed in here
 * @param review {@code waived} when the administrator published it without review; null for drafts
 * @param reviewBy who decided so
 * @param previousVersion the id of the version it was made from, or null
 * @param version grows with every change
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 * @param publishedAt when it was published, or null
 */
public record AchievementDefinition(
        int issuerNo,
        long number,
        String id,
        AchievementState state,
        Achievement achievement,
        boolean directAward,
        @Nullable String review,
        @Nullable String reviewBy,
        @Nullable String previousVersion,
        long version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant publishedAt) {}
