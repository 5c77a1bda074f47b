package org.laurel.issuing.achievement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.document.credential.Achievement;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.template.MicroCredentialTemplate;
import org.laurel.shared.door.Answer;
import org.laurel.shared.door.EntityTags;

/**
 * A micro-credential as the management API shows it.
 *
 * @param id its public id
 * @param state {@code draft}, {@code in-review}, {@code changes-requested}, {@code published} or {@code retired}
 * @param url its public page, once published
 * @param issuer the issuer's slug
 * @param achievement the Open Badges achievement
 * @param directAward whether it may be awarded without evidence handed in here
 * @param review {@code reviewed}, or {@code waived} when it was published without review
 * @param reviewBy who decided so
 * @param reviewReason why it was published without review
 * @param previousVersion the id of the version it was made from
 * @param template what was filled into the template, when it was drafted on it
 * @param templateEdition the edition of the template
 * @param round how often it was handed in for review
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
        @Nullable String reviewReason,
        @Nullable String previousVersion,
        @Nullable MicroCredentialTemplate template,
        @Nullable Integer templateEdition,
        int round,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant publishedAt) {

    static AchievementView of(AchievementDefinition definition, Issuer issuer) {
        AchievementDefinition.Drafted drafted = definition.drafted();
        return new AchievementView(
                definition.id(),
                definition.state(),
                definition.achievement().id(),
                issuer.slug().value(),
                definition.achievement(),
                definition.directAward(),
                definition.review(),
                definition.reviewBy(),
                definition.reviewReason(),
                definition.previousVersion(),
                drafted == null ? null : drafted.template(),
                drafted == null ? null : drafted.edition(),
                drafted == null ? 0 : drafted.round(),
                definition.createdAt(),
                definition.updatedAt(),
                definition.publishedAt());
    }

    static Answer answer(int status, AchievementDefinition definition, Issuer issuer) {
        Answer answer = Answer.of(status, of(definition, issuer)).with("ETag", EntityTags.of(definition.version()));
        return status == 201 ? answer.with("Location", "/api/v1/achievements/" + definition.id()) : answer;
    }
}
