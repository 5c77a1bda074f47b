package org.laurel.issuing.achievement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.document.credential.Achievement;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.shared.door.Answer;
import org.laurel.shared.door.EntityTags;

/**
 * A micro-credential as the management API shows it.
 *
 * @param id its public id
 * @param state {@code draft}, {@code published} or {@code retired}
 * @param url its public page, once published
 * @param issuer the issuer's slug
 * @param achievement the Open Badges achievement
 * @param directAward whether it may be awarded without evidence handed in here
 * @param review {@code waived} when it was published without review
 * @param reviewBy who decided so
 * @param previousVersion the id of the version it was made from
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 * @param publishedAt when it was published
 */
record AchievementView(
        String id,
        AchievementState state,
        String url,
        String issuer,
        Achievement achievement,
        boolean directAward,
        @Nullable String review,
        @Nullable String reviewBy,
        @Nullable String previousVersion,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant publishedAt) {

    static AchievementView of(AchievementDefinition definition, Issuer issuer) {
        return new AchievementView(
                definition.id(),
                definition.state(),
                definition.achievement().id(),
                issuer.slug().value(),
                definition.achievement(),
                definition.directAward(),
                definition.review(),
                definition.reviewBy(),
                definition.previousVersion(),
                definition.createdAt(),
                definition.updatedAt(),
                definition.publishedAt());
    }

    static Answer answer(int status, AchievementDefinition definition, Issuer issuer) {
        Answer answer = Answer.of(status, of(definition, issuer)).with("ETag", EntityTags.of(definition.version()));
        return status == 201 ? answer.with("Location", "/api/v1/achievements/" + definition.id()) : answer;
    }
}
