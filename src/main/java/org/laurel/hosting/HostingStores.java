package org.laurel.hosting;

import jakarta.enterprise.context.ApplicationScoped;
import org.laurel.issuing.achievement.AchievementDefinitions;
import org.laurel.issuing.issuer.Issuers;
import org.laurel.issuing.signing.SignedCredentials;
import org.laurel.securing.key.IssuerKeys;

/** The collections that hosting reads. */
@ApplicationScoped
class HostingStores {
    private final SignedCredentials credentials;
    private final Issuers issuers;
    private final IssuerKeys keys;
    private final AchievementDefinitions achievements;

    HostingStores(
            SignedCredentials credentials, Issuers issuers, IssuerKeys keys, AchievementDefinitions achievements) {
        this.credentials = credentials;
        this.issuers = issuers;
        this.keys = keys;
        this.achievements = achievements;
    }

    SignedCredentials credentials() {
        return credentials;
    }

    Issuers issuers() {
        return issuers;
    }

    IssuerKeys keys() {
        return keys;
    }

    AchievementDefinitions achievements() {
        return achievements;
    }
}
