package org.laurel.issuing.award;

import org.laurel.issuing.achievement.AchievementDefinition;
import org.laurel.issuing.issuer.Issuer;

/** A request that may be carried out; only {@link AwardValidator} makes one. */
final class ValidatedAward {
    private final Issuer issuer;
    private final AchievementDefinition achievement;
    private final AwardRequest request;

    ValidatedAward(Issuer issuer, AchievementDefinition achievement, AwardRequest request) {
        this.issuer = issuer;
        this.achievement = achievement;
        this.request = request;
    }

    Issuer issuer() {
        return issuer;
    }

    AchievementDefinition achievement() {
        return achievement;
    }

    AwardRequest request() {
        return request;
    }
}
