package org.laurel.issuing.award;

import java.util.Optional;
import org.laurel.issuing.achievement.AchievementDefinition;
import org.laurel.issuing.issuer.Issuer;

/** A request that may be carried out; only {@link AwardValidator} makes one. */
final class ValidatedAward {
    private final Issuer issuer;
    private final AchievementDefinition achievement;
    private final AwardRequest request;
    private final Optional<Carried> carried;

    ValidatedAward(Issuer issuer, AchievementDefinition achievement, AwardRequest request, Optional<Carried> carried) {
        this.carried = carried;
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

    /** What goes on from the award whose place it takes; empty when it takes none. */
    Optional<Carried> carried() {
        return carried;
    }
}
