package org.laurel.issuing.award;

import java.time.Instant;
import org.laurel.document.credential.Achievement;
import org.laurel.document.credential.Profile;
import org.laurel.issuing.achievement.AchievementDefinition;
import org.laurel.issuing.achievement.AchievementState;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.issuer.IssuerSettings;
import org.laurel.issuing.issuer.OrganisationKind;
import org.laurel.issuing.issuer.Screening;
import org.laurel.issuing.issuer.Slug;
import org.laurel.securing.key.KeyOwner;

/** An issuer, and what it awards. */
final class SampleIssuing {
    static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

    private SampleIssuing() {}

    static Issuer issuer() {
        Profile profile = Profile.organisation("did:web:badges.example", "Oak Hill", null, null);
        return new Issuer(
                1,
                "1-abc",
                OrganisationKind.ISSUER,
                new Slug("oak-hill"),
                profile,
                IssuerSettings.DEFAULT,
                Screening.waived("administrator"),
                new KeyOwner(1, profile.id(), new byte[0], 1),
                1,
                NOW,
                NOW);
    }

    /** Published, and awarded directly. */
    static AchievementDefinition published(int number, String id, Achievement achievement) {
        return new AchievementDefinition(
                1,
                number,
                id,
                AchievementState.PUBLISHED,
                achievement,
                true,
                null,
                null,
                null,
                null,
                null,
                1,
                NOW,
                NOW,
                NOW);
    }
}
