package org.laurel.hosting;

import jakarta.enterprise.context.ApplicationScoped;
import org.laurel.issuing.achievement.AchievementDefinitions;
import org.laurel.issuing.endorsement.Endorsements;
import org.laurel.issuing.issuer.Issuers;
import org.laurel.issuing.signing.SignedCredentials;
import org.laurel.securing.key.IssuerKeys;
import org.laurel.securing.status.StatusLists;

/** The collections that hosting reads. */
@ApplicationScoped
class HostingStores {
    private final SignedCredentials credentials;
    private final Issuers issuers;
    private final IssuerKeys keys;
    private final AchievementDefinitions achievements;
    private final Endorsements endorsements;
    private final StatusLists statusLists;

    HostingStores(
            SignedCredentials credentials,
            Issuers issuers,
            IssuerKeys keys,
            AchievementDefinitions achievements,
            Endorsements endorsements,
            StatusLists statusLists) {
        this.credentials = credentials;
        this.issuers = issuers;
        this.keys = keys;
        this.achievements = achievements;
        this.endorsements = endorsements;
        this.statusLists = statusLists;
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

    Endorsements endorsements() {
        return endorsements;
    }

    StatusLists statusLists() {
        return statusLists;
    }
}
